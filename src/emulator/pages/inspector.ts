import { ACCESS_TOKEN_LIFETIME, ENDPOINT_PATHS } from "../../oauth/endpoints.js"
import { LEVEL_LABELS } from "../../profile/levels.js"
import { type BinkProfile, PLANS } from "../../profile/profile.js"
import type { EmulatorState, RequestContext } from "../context.js"
import type { StandingFault } from "../faults/faults.js"
import type { LoggedRequest } from "../http/request-log.js"
import type { BinkClient } from "../options.js"
import { CODE_LIFETIME } from "../state.js"
import { consentDecision, getUser, listUsers, signedInUser } from "../users.js"
import { type Html, html } from "./html.js"
import { dateTime, layout, timeOfDay } from "./layout.js"
import { displayName, userCard } from "./user.js"

/** Maximum number of requests, and of tokens of one kind, on the page. */
const MAX_ROWS = 50

/** The inspector: requests, users, apps, faults, tokens and time, with forms for the admin actions. */
export function inspectorPage(
  emulator: EmulatorState,
  { base, url }: RequestContext,
  problem?: string,
): Html {
  return layout(
    base,
    "Inspector",
    html`<h1>Inspector</h1>
<p class="lede">To use this emulator in your app, set <code>AUTH_BINK_ISSUER=${url.origin + base}</code></p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<section class="panel" aria-labelledby="requests">
<div class="panel-head"><h2 id="requests">Requests</h2><button class="small" type="button" data-live="${base}/_bink/log" hidden>Pause</button></div>
<div id="log" class="scroll" role="region" aria-label="Request log" tabindex="0">${requestTable(emulator.requestLog.list())}</div>
</section>
<div class="panels">
<div>
${usersPanel(emulator, base)}
${clientsPanel([...emulator.seed.clients.values()])}
</div>
<div>
${faultsPanel(base, emulator.faults.list())}
${tokensPanel(emulator, base)}
${timePanel(emulator, base)}
</div>
</div>`,
    "wide",
  )
}

/** The request log as a table, newest first. */
export function requestTable(requests: readonly LoggedRequest[]): Html {
  if (requests.length === 0) return html`<p class="empty">No requests yet. New requests appear here.</p>`
  return html`<table>
<thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Parameters</th></tr></thead>
<tbody>${requests
    .slice(-MAX_ROWS)
    .reverse()
    .map(
      ({ at, method, path, status, params, undocumented }) => html`
<tr><td>${timeOfDay(at)}</td><td><code>${method} ${path}</code></td><td>${statusText(status)}</td><td>${Object.entries(
        params,
      ).map(
        ([name, value]) =>
          html`<code class="param"${undocumented.includes(name) && html` title="Not on Bink's developer page"`}>${name}${undocumented.includes(name) && html`<sup>*</sup>`}=<b>${value}</b></code> `,
      )}</td></tr>`,
    )}
</tbody>
</table>${requests.slice(-MAX_ROWS).some(({ undocumented }) => undocumented.length > 0) && html`<p class="fine">* Not on Bink's developer page.</p>`}`
}

function statusText(status: number | null): Html {
  if (status === null) return html`<span class="status none">No response</span>`
  return html`<span class="status s${Math.floor(status / 100)}">${status}</span>`
}

function usersPanel(emulator: EmulatorState, base: string): Html {
  const signedIn = signedInUser(emulator)
  const users = listUsers(emulator)
  return html`<section class="panel" aria-labelledby="users">
<h2 id="users">Users</h2>
<ul class="rows">${users.map((user) => userRow(base, user, consentDecision(emulator, user.id)))}
</ul>
<form method="post" action="${base}/_bink" class="row">
<label>Signed-in user <select name="person"><option value="">None, show the login page</option>${users.map(
    (user) =>
      html`<option value="${user.id}"${user.id === signedIn?.id && html` selected`}>${displayName(user)}</option>`,
  )}</select></label>
<button name="action" value="sign-in-as">Set</button>
</form>
</section>`
}

function userRow(base: string, user: BinkProfile, decision: string): Html {
  const options = [
    ["ask", "Ask"],
    ["approve", "Always allow"],
    ["deny", "Always deny"],
  ] as const
  const levels = Object.entries(LEVEL_LABELS)
  return html`
<li>${userCard(user)}<form method="post" action="${base}/_bink" class="row"><input type="hidden" name="person" value="${user.id}"><select name="level" aria-label="Level of ${displayName(user)}">${levels.map(
    ([value, label]) =>
      html`<option value="${value}"${Number(value) === user.verificationLevel && html` selected`}>${label}</option>`,
  )}</select><select name="plan" aria-label="Plan of ${displayName(user)}">${PLANS.map((plan) => html`<option${plan === user.plan && html` selected`}>${plan}</option>`)}</select><button class="small" name="action" value="update-user" aria-label="Set level and plan of ${displayName(user)}">Set</button></form><form method="post" action="${base}/_bink" class="row"><input type="hidden" name="person" value="${user.id}"><select name="decision" aria-label="Consent for ${displayName(user)}">${options.map(
    ([value, label]) =>
      html`<option value="${value}"${value === decision && html` selected`}>${label}</option>`,
  )}</select><button class="small" name="action" value="decide" aria-label="Set consent for ${displayName(user)}">Set</button></form></li>`
}

function clientsPanel(clients: readonly BinkClient[]): Html {
  return html`<section class="panel" aria-labelledby="clients">
<h2 id="clients">Apps</h2>
<ul class="rows">${clients.map(
    ({ name, clientId, redirectUris }) => html`
<li><span class="lines"><span class="name">${name}</span> <code>${clientId}</code>${redirectUris.map((uri) => html`<code class="handle">${uri}</code>`)}</span></li>`,
  )}
</ul>
</section>`
}

/** The faults that the form offers: property and value for the field `what`, and a label. */
const FAULT_CHOICES = [
  ["status:500", "500 Internal Server Error"],
  ["status:503", "503 Service Unavailable"],
  ["status:429", "429 Too Many Requests"],
  ["status:401", "401 Unauthorized"],
  ["delay:5000", "5 second delay"],
  ["kind:hang", "No response"],
  ["kind:reset", "Connection reset"],
  ["kind:truncate", "Truncated body"],
  ["kind:dribble", "1 byte per second"],
  ["kind:malformed", "Malformed body"],
  ["kind:expired_code", "Expired code (token)"],
  ["kind:revoked_token", "Revoked token (user)"],
] as const

function faultsPanel(base: string, faults: readonly StandingFault[]): Html {
  return html`<section class="panel" aria-labelledby="faults">
<h2 id="faults">Faults</h2>
${
  faults.length === 0
    ? html`<p class="empty">No faults. All endpoints work.</p>`
    : html`<ul class="rows">${faults.map(
        ({ id, endpoint, times, ...fault }) => html`
<li><form method="post" action="${base}/_bink" class="row"><input type="hidden" name="fault" value="${id}"><span class="grow"><strong>${endpoint}</strong>: ${describeFault(fault)} (${times === undefined ? "until removed" : `${times} left`})</span><button class="small" name="action" value="remove-fault" aria-label="Remove the fault on ${endpoint}">Remove</button></form></li>`,
      )}
</ul>
<form method="post" action="${base}/_bink"><button class="small" name="action" value="clear-faults">Remove all</button></form>`
}
<form method="post" action="${base}/_bink" class="row">
<label>Endpoint <select name="endpoint">${Object.keys(ENDPOINT_PATHS).map((name) => html`<option${name === "user" && html` selected`}>${name}</option>`)}</select></label>
<label>Fault <select name="what">
${FAULT_CHOICES.map(([value, label]) => html`<option value="${value}"${value === "status:503" && html` selected`}>${label}</option>`)}
</select></label>
<label>Times <input name="times" type="number" min="1" step="1" value="1" placeholder="Always"></label>
<button name="action" value="add-fault">Add fault</button>
</form>
</section>`
}

function describeFault(fault: Omit<StandingFault, "id" | "endpoint" | "times">): string {
  const { status, kind, delay, body, headers, extra, omit } = fault
  return (
    [
      status && `status ${status}`,
      FAULT_CHOICES.find(([value]) => value === `kind:${kind}`)?.[1].toLowerCase(),
      delay && `${delay} ms delay`,
      body !== undefined && "custom body",
      headers && "custom headers",
      extra && "extra fields",
      omit && "omitted fields",
    ]
      .filter(Boolean)
      .join(", ") || "no effect"
  )
}

function tokensPanel(emulator: EmulatorState, base: string): Html {
  const { store, seed, clock } = emulator
  const now = clock.now()
  const accessTokens = [...store.accessTokens.values()].filter(({ expiresAt }) => expiresAt > now)
  const personalAccessTokens = [...store.personalAccessTokens.values()]
  const ownerName = (userId: string) => {
    const user = getUser(emulator, userId)
    return user ? displayName(user) : userId
  }
  const row = (id: string, title: string, detail: Html) => html`
<li><form method="post" action="${base}/_bink" class="row"><input type="hidden" name="token" value="${id}"><span class="grow lines"><span class="name">${title}</span> <span class="handle">${detail}</span></span><button class="small" name="action" value="revoke" aria-label="Revoke ${title}">Revoke</button></form></li>`
  return html`<section class="panel" aria-labelledby="tokens">
<h2 id="tokens">Tokens</h2>
${
  accessTokens.length + personalAccessTokens.length === 0
    ? html`<p class="empty">No tokens yet. Sign in from your app to create one.</p>`
    : html`<ul class="rows">${accessTokens
        .slice(-MAX_ROWS)
        .reverse()
        .map(({ id, userId, clientId, expiresAt }) =>
          row(
            id,
            `${ownerName(userId)} → ${seed.clients.get(clientId)?.name ?? clientId}`,
            html`Access token, expires ${dateTime(expiresAt)}`,
          ),
        )}${personalAccessTokens
        .slice(-MAX_ROWS)
        .map(({ id, userId, name }) => row(id, name, html`Personal access token of ${ownerName(userId)}`))}
</ul>`
}
</section>`
}

function timePanel({ clock }: EmulatorState, base: string): Html {
  return html`<section class="panel" aria-labelledby="time">
<h2 id="time">Time and state</h2>
<p>Emulator time: ${dateTime(clock.now())}</p>
<form method="post" action="${base}/_bink" class="row">
<label>Minutes <input name="minutes" type="number" min="0" step="any" value="61" required></label>
<button name="action" value="advance">Advance</button>
</form>
<p class="fine">Codes expire after ${CODE_LIFETIME / 60} minutes, access tokens after ${ACCESS_TOKEN_LIFETIME / 60}.</p>
<form method="post" action="${base}/_bink" class="row"><button class="danger" name="action" value="reset">Reset everything</button></form>
</section>`
}
