import type { BinkProfile } from "../../protocol/profile.js"
import type { Emulation, Visit } from "../emulation.js"
import type { StandingFault } from "../faults.js"
import { type Html, html } from "../html.js"
import type { LoggedRequest } from "../journal.js"
import type { BinkClient } from "../options.js"
import { consentOf, whoIsSignedIn } from "../people.js"
import { layout } from "./layout.js"
import { chip, nameOf } from "./person.js"
import { clockOf, timeOf } from "./time.js"

/** How many requests, codes and tokens a page can usefully show. */
const SHOWN = 50

/** What the form offers to go wrong: the field of a fault and its value, and how to say it. */
const WRONGS = [
  ["status:500", "500 Internal Server Error"],
  ["status:503", "503 Service Unavailable"],
  ["status:429", "429 Too Many Requests"],
  ["status:401", "401 Unauthorized"],
  ["delay:5000", "5 seconds late"],
  ["kind:hang", "never answers"],
  ["kind:reset", "breaks the connection"],
  ["kind:truncate", "breaks off half-way"],
  ["kind:dribble", "a byte a second"],
  ["kind:malformed", "cannot be parsed"],
  ["kind:expired_code", "code expired (token)"],
  ["kind:revoked_token", "token revoked (user)"],
] as const

/** The inspector's page. */
export function inspectorPage(bink: Emulation, visit: Visit, problem?: string): Html {
  const { base, url } = visit
  return layout(
    base,
    "Inspector",
    html`<h1>Inspector</h1>
<p class="lede">Point an app here with <code>AUTH_BINK_ISSUER=${url.origin + base}</code></p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<section class="panel" aria-labelledby="requests">
<div class="panel-head"><h2 id="requests">Requests</h2><button class="small" type="button" data-live="${base}/_bink/log" hidden>Pause</button></div>
<div id="log" class="scroll" role="region" aria-label="Request log" tabindex="0">${logTable(bink.journal.list())}</div>
</section>
<div class="panels">
<div>
${peoplePanel(bink, base)}
${clientsPanel([...bink.seed.clients.values()])}
</div>
<div>
${faultsPanel(base, bink.faults.list())}
${tokensPanel(bink, base)}
<section class="panel" aria-labelledby="time">
<h2 id="time">Time and state</h2>
<p>The emulator's time is ${timeOf(bink.clock.now())}.</p>
<form method="post" action="${base}/_bink" class="row">
<label>Minutes <input name="minutes" type="number" min="0" step="any" value="61" required></label>
<button name="action" value="advance">Advance</button>
</form>
<p class="fine">Codes live 10 minutes, access tokens 60.</p>
<form method="post" action="${base}/_bink" class="row"><button class="danger" name="action" value="reset">Reset everything</button></form>
</section>
</div>
</div>`,
    "wide",
  )
}

/** The log, newest first. */
export function logTable(requests: readonly LoggedRequest[]): Html {
  if (requests.length === 0) return html`<p class="empty">No requests yet. They appear here as they come.</p>`
  return html`<table>
<thead><tr><th scope="col">Time</th><th scope="col">Request</th><th scope="col">Status</th><th scope="col">Parameters</th></tr></thead>
<tbody>${requests
    .slice(-SHOWN)
    .reverse()
    .map(
      ({ at, method, path, status, params }) => html`
<tr><td>${clockOf(at)}</td><td><code>${method} ${path}</code></td><td>${statusOf(status)}</td><td>${Object.entries(
        params,
      ).map(([name, given]) => html`<code class="param">${name}=<b>${given}</b></code> `)}</td></tr>`,
    )}
</tbody>
</table>`
}

function statusOf(status: number | null): Html {
  if (status === null) return html`<span class="status none">no answer</span>`
  return html`<span class="status s${Math.floor(status / 100)}">${status}</span>`
}

function peoplePanel(bink: Emulation, base: string): Html {
  const signedIn = whoIsSignedIn(bink)
  const people = [...bink.seed.people.values()]
  return html`<section class="panel" aria-labelledby="people">
<h2 id="people">People</h2>
<ul class="rows">${people.map((person) => personRow(base, person, consentOf(bink, person)))}
</ul>
<form method="post" action="${base}/_bink" class="row">
<label>Skip the login page as <select name="person"><option value="">nobody</option>${people.map(
    (person) =>
      html`<option value="${person.id}"${person === signedIn && html` selected`}>${nameOf(person)}</option>`,
  )}</select></label>
<button name="action" value="sign-in-as">Set</button>
</form>
</section>`
}

function personRow(base: string, person: BinkProfile, decision: string): Html {
  const options = [
    ["ask", "Ask"],
    ["approve", "Always allow"],
    ["deny", "Always deny"],
  ] as const
  return html`
<li>${chip(person)}<form method="post" action="${base}/_bink" class="row"><input type="hidden" name="person" value="${person.id}"><select name="decision" aria-label="Consent of ${nameOf(person)}">${options.map(
    ([value, label]) =>
      html`<option value="${value}"${value === decision && html` selected`}>${label}</option>`,
  )}</select><button class="small" name="action" value="decide" aria-label="Set consent of ${nameOf(person)}">Set</button></form></li>`
}

function faultsPanel(base: string, faults: readonly StandingFault[]): Html {
  return html`<section class="panel" aria-labelledby="faults">
<h2 id="faults">Faults</h2>
${
  faults.length === 0
    ? html`<p class="empty">None: everything works.</p>`
    : html`<ul class="rows">${faults.map(
        ({ id, endpoint, times, ...fault }) => html`
<li><form method="post" action="${base}/_bink" class="row"><input type="hidden" name="fault" value="${id}"><span class="grow"><strong>${endpoint}</strong> ${describe(fault)}, ${times === undefined ? "until removed" : `${times} more`}</span><button class="small" name="action" value="remove-fault" aria-label="Remove the fault on ${endpoint}">Remove</button></form></li>`,
      )}
</ul>
<form method="post" action="${base}/_bink"><button class="small" name="action" value="clear-faults">Remove all</button></form>`
}
<form method="post" action="${base}/_bink" class="row add-fault">
<label>Endpoint <select name="endpoint"><option>authorize</option><option>token</option><option selected>user</option></select></label>
<label>What goes wrong <select name="what">
${WRONGS.map(([value, label]) => html`<option value="${value}"${value === "status:503" && html` selected`}>${label}</option>`)}
</select></label>
<label>Times <input name="times" type="number" min="1" step="1" value="1" placeholder="always"></label>
<button name="action" value="add-fault">Add fault</button>
</form>
</section>`
}

function describe(fault: Omit<StandingFault, "id" | "endpoint" | "times">): string {
  const { status, kind, delay, body, headers, extra, omit } = fault
  return (
    [
      status && `answers ${status}`,
      WRONGS.find(([value]) => value === `kind:${kind}`)?.[1],
      delay && `${delay} ms late`,
      body !== undefined && "another body",
      headers && "other headers",
      extra && "more fields",
      omit && "fields missing",
    ]
      .filter(Boolean)
      .join(", ") || "changes nothing"
  )
}

function tokensPanel({ store, seed, clock }: Emulation, base: string): Html {
  const now = clock.now()
  const live = [...store.accessTokens.values()].filter(({ expiresAt }) => expiresAt > now)
  const personal = [...store.personalTokens.values()]
  const owner = (personId: string) => {
    const person = seed.people.get(personId)
    return person ? nameOf(person) : personId
  }
  const row = (id: string, title: string, detail: Html) => html`
<li><form method="post" action="${base}/_bink" class="row"><input type="hidden" name="token" value="${id}"><span class="grow who"><span class="name">${title}</span> <span class="handle">${detail}</span></span><button class="small" name="action" value="revoke" aria-label="Revoke ${title}">Revoke</button></form></li>`
  return html`<section class="panel" aria-labelledby="tokens">
<h2 id="tokens">Tokens</h2>
${
  live.length + personal.length === 0
    ? html`<p class="empty">None. They appear as people sign in.</p>`
    : html`<ul class="rows">${live
        .slice(-SHOWN)
        .reverse()
        .map(({ id, personId, clientId, expiresAt }) =>
          row(
            id,
            `${owner(personId)} → ${seed.clients.get(clientId)?.name ?? clientId}`,
            html`Access token until ${timeOf(expiresAt)}`,
          ),
        )}${personal
        .slice(-SHOWN)
        .map(({ id, personId, name }) => row(id, name, html`Personal access token of ${owner(personId)}`))}
</ul>`
}
</section>`
}

function clientsPanel(clients: readonly BinkClient[]): Html {
  return html`<section class="panel" aria-labelledby="clients">
<h2 id="clients">Apps</h2>
<ul class="rows">${clients.map(
    ({ name, clientId, redirectUris }) => html`
<li><span class="who"><span class="name">${name}</span> <code>${clientId}</code>${redirectUris.map((uri) => html`<code class="handle">${uri}</code>`)}</span></li>`,
  )}
</ul>
</section>`
}
