import type { BinkProfile } from "../../profile/profile.js"
import type { Emulation, Visit } from "../emulation.js"
import { type Html, html } from "../html.js"
import type { BinkClient } from "../options.js"
import { consentOf, whoIsSignedIn } from "../people.js"
import { faultsPanel } from "./faults-panel.js"
import { layout } from "./layout.js"
import { chip, nameOf } from "./person.js"
import { requestLog } from "./request-log.js"
import { timeOf } from "./time.js"

/** How many tokens of a kind a page can usefully show. */
const SHOWN = 50

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
<div id="log" class="scroll" role="region" aria-label="Request log" tabindex="0">${requestLog(bink.journal.list())}</div>
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
