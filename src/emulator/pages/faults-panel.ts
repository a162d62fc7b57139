import type { StandingFault } from "../faults.js"
import { type Html, html } from "../html.js"

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

/** The faults in place, and a form to add one. */
export function faultsPanel(base: string, faults: readonly StandingFault[]): Html {
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
