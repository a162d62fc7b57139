import type { BinkClient } from "../options.js"
import { type Html, html } from "./html.js"
import { layout } from "./layout.js"

/** A page with a message. */
export function noticePage(base: string, notice: { title: string; text: string; details?: Html }): Html {
  return layout(base, notice.title, html`<h1>${notice.title}</h1>\n<p>${notice.text}</p>\n${notice.details}`)
}

/** Error page for a form that was sent from another site. */
export function crossSitePage(base: string): Html {
  return noticePage(base, {
    title: "This form was sent from another site",
    text: "Nothing was changed. Open the page on this emulator, or start again in the app.",
  })
}

const PROBLEMS = {
  client_id_missing: {
    title: "The client_id is missing",
    text: "Set the app's client id (AUTH_BINK_ID) to one that is registered with the emulator.",
  },
  client_unknown: {
    title: "This app is not registered",
    text: "The emulator has no client with this client_id. Set AUTH_BINK_ID to a registered one, or register the app.",
  },
  redirect_uri_missing: {
    title: "The redirect_uri is missing",
    text: "The app must send a redirect_uri that is registered with the emulator.",
  },
  redirect_uri_mismatch: {
    title: "This return address is not registered",
    text:
      "redirect_uri mismatch: the app's redirect_uri must match a registered one exactly, including port, query and trailing slash. " +
      "Register it, or change the app's redirect_uri.",
  },
  repeated: {
    title: "A parameter is repeated",
    text: "The request has more than one client_id or redirect_uri.",
  },
}

/** An authorization request without a trusted redirect URI, so that the app cannot receive the error. */
export interface UntrustedRequest {
  problem: keyof typeof PROBLEMS
  client: BinkClient | null
  redirectUri: string | null
}

/** Error page for a request without a trusted redirect URI. It explains the error to the developer. */
export function untrustedPage(base: string, { problem, client, redirectUri }: UntrustedRequest): Html {
  const received =
    redirectUri &&
    html`<h2>Received</h2>\n<p><code>${redirectUri}</code></p>
<p>To register it, start the emulator with <code class="flag">--redirect-uri</code>, or add it to the client's <code>redirectUris</code> in code.</p>`
  const registered =
    client &&
    html`<h2>Registered for ${client.name}</h2>
<ul class="uris">${client.redirectUris.map((uri) => html`<li><code>${uri}</code></li>`)}</ul>`
  return noticePage(base, {
    ...PROBLEMS[problem],
    details: html`${problem === "redirect_uri_mismatch" && received}${problem.startsWith("redirect_uri") && registered}`,
  })
}
