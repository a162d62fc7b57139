import { LEVEL_LABELS } from "../../profile/levels.js"
import type { BinkProfile } from "../../profile/profile.js"
import type { AuthorizationRequest } from "../authorization-request.js"
import { type Html, html } from "../html.js"
import { layout } from "./layout.js"
import { chip } from "./person.js"

/** The consent screen: what the app will see, and who it is. */
export function consentPage(
  base: string,
  transaction: string,
  { client, redirectUri }: AuthorizationRequest,
  person: BinkProfile,
): Html {
  return layout(
    base,
    "Allow access",
    html`<h1>${client.name} wants to know who you are</h1>
<div class="card">${chip(person)}</div>
<h2>It will see</h2>
<dl class="facts">
${fact("Name", person.name)}${fact("E-mail", person.email)}${fact("Username", person.username)}${fact("Picture", person.avatar && "Yours")}${fact("Plan", person.plan)}${fact("Verification", LEVEL_LABELS[person.verificationLevel])}
</dl>
<form method="post" action="${base}/consent" class="choices">
<input type="hidden" name="transaction" value="${transaction}">
<button class="primary" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>
<p class="fine">Either way you go back to <strong>${placeOf(redirectUri)}</strong>. <a href="${base}/login?transaction=${transaction}">Use another account</a></p>`,
  )
}

function fact(name: string, text: string | null): Html {
  return html`<div><dt>${name}</dt><dd>${text ?? html`<span class="none">none</span>`}</dd></div>`
}

/** The part of an address that says who is behind it. */
function placeOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri)
  return host || protocol
}
