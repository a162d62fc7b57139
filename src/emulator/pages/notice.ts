import type { UntrustedRequest } from "../authorization-request.js"
import { type Html, html } from "../html.js"
import { layout } from "./layout.js"

/** A page that says what happened and what to do. */
export function noticePage(base: string, notice: { title: string; text: string; details?: Html }): Html {
  return layout(base, notice.title, html`<h1>${notice.title}</h1>\n<p>${notice.text}</p>\n${notice.details}`)
}

/** What another site tried. */
export function forgeryPage(base: string): Html {
  return noticePage(base, {
    title: "This form came from another site",
    text: "Only the pages of this emulator may send it. Nothing was done. Start again from there, or from the app.",
  })
}

/** An authorization request that must not be answered by a redirect: the developer reads why. */
export function untrustedPage(base: string, { problem, client, redirectUri }: UntrustedRequest): Html {
  const registered =
    client &&
    html`<h2>Registered for ${client.name}</h2>
<ul class="addresses">${client.redirectUris.map((uri) => html`<li><code>${uri}</code></li>`)}</ul>`
  const received =
    redirectUri &&
    html`<h2>Received</h2>\n<p><code>${redirectUri}</code></p>
<p><code>--redirect-uri</code> registers it when the emulator starts; in code, the <code>redirectUris</code> of the app.</p>`
  return noticePage(base, {
    ...PROBLEMS[problem],
    details: html`${problem === "redirect_uri_mismatch" && received}${problem.startsWith("redirect_uri") && registered}`,
  })
}

const PROBLEMS: Record<UntrustedRequest["problem"], { title: string; text: string }> = {
  client_id_missing: {
    title: "The app did not say who it is",
    text: "The request has no client_id. Set the app's client id (AUTH_BINK_ID) to one that is registered here.",
  },
  client_unknown: {
    title: "This app is not registered",
    text: "No app here has the client_id of the request. Set AUTH_BINK_ID to one that is registered, or register this one.",
  },
  redirect_uri_missing: {
    title: "The app did not say where to return to",
    text: "The request has no redirect_uri. It must be one of those that are registered, exactly.",
  },
  redirect_uri_mismatch: {
    title: "This return address is not registered",
    text:
      "The redirect_uri of the request must match a registered one exactly, to the last slash, port and parameter. " +
      "Register the address that the app sends, or have the app send a registered one.",
  },
  repeated: {
    title: "This request says two things at once",
    text: "client_id or redirect_uri is there more than once, so that nobody can tell which one counts.",
  },
}
