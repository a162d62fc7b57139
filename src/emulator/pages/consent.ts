import { PROFILE_FIELDS } from "../../profile/fields.js"
import { LEVEL_LABELS } from "../../profile/levels.js"
import { type BinkProfile, PROFILE_FIELD_NAMES } from "../../profile/profile.js"
import type { AuthorizationRequest } from "../state.js"
import { type Html, html } from "./html.js"
import { layout } from "./layout.js"
import { userCard } from "./user.js"

/** Consent page, with everything that the app receives. */
export function consentPage(
  base: string,
  transaction: string,
  { client, redirectUri }: AuthorizationRequest,
  user: BinkProfile,
): Html {
  return layout(
    base,
    "Allow access",
    html`<h1>${client.name} wants to access your profile</h1>
<div class="card">${userCard(user)}</div>
<h2>This app will receive</h2>
<dl class="fields">
${PROFILE_FIELD_NAMES.filter((name) => name !== "id").map((name) => profileField(name, user))}
</dl>
<form method="post" action="${base}/consent" class="choices">
<input type="hidden" name="transaction" value="${transaction}">
<button class="primary" name="decision" value="allow">Allow</button>
<button name="decision" value="deny">Deny</button>
</form>
<p class="fine">You will return to <strong>${hostOf(redirectUri)}</strong>.</p>
<p class="fine"><a href="${base}/login?transaction=${transaction}">Use another account</a></p>`,
  )
}

function profileField(name: keyof BinkProfile, user: BinkProfile): Html {
  return html`<div><dt>${PROFILE_FIELDS[name].label}</dt><dd>${fieldValue(name, user) ?? html`<span class="none">Not set</span>`}</dd></div>`
}

function fieldValue(name: keyof BinkProfile, user: BinkProfile): string | null {
  if (name === "avatar") return user.avatar && "Your picture"
  if (name === "verificationLevel") return LEVEL_LABELS[user.verificationLevel]
  return user[name]
}

/** Returns the host of a redirect URI, or the scheme of a native app. */
function hostOf(redirectUri: string): string {
  const { host, protocol } = new URL(redirectUri)
  return host || protocol
}
