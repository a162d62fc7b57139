import { type Html, html } from "../html.js"
import type { LoggedRequest } from "../journal.js"
import { clockOf } from "./time.js"

/** How many requests a page can usefully show. */
const SHOWN = 50

/** The log, newest first. */
export function requestLog(requests: readonly LoggedRequest[]): Html {
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
