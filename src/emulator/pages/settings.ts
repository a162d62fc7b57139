import type { BinkProfile } from "../../profile/profile.js"
import type { PersonalAccessToken } from "../state.js"
import { type Html, html } from "./html.js"
import { dateTime, layout } from "./layout.js"
import { accountList, userCard } from "./user.js"

/** Maximum length of a token's name in characters. */
export const MAX_TOKEN_NAME_LENGTH = 60

/** Login page of the settings. */
export function settingsLoginPage(base: string, users: readonly BinkProfile[]): Html {
  return layout(
    base,
    "Sign in",
    html`<h1>Choose an account</h1>
<p class="lede">to open its settings</p>
<form method="post" action="${base}/settings">
<input type="hidden" name="action" value="sign-in">
${accountList(users)}
</form>`,
  )
}

/** Settings page. Personal access tokens are in the Developer section at the bottom, as on Bink. */
export function settingsPage(
  base: string,
  user: BinkProfile,
  tokens: readonly PersonalAccessToken[],
  { newToken, problem }: { newToken?: string | undefined; problem?: string },
): Html {
  return layout(
    base,
    "Settings",
    html`<h1>Settings</h1>
<section aria-labelledby="account">
<h2 id="account">Account</h2>
<div class="card">${userCard(user)}
<form method="post" action="${base}/settings">
<button class="small" name="action" value="sign-out">Use another account</button>
</form></div>
</section>
<section aria-labelledby="developer">
<h2 id="developer">Developer</h2>
<p>With a personal access token, your scripts can use the Bink API as you. Keep it secret.</p>
${newToken && newTokenNotice(newToken)}
${tokens.length > 0 && html`<ul class="tokens">${tokens.map((token) => tokenRow(base, token))}</ul>`}
<form method="post" action="${base}/settings" class="create">
<label for="token-name">Token name</label>
<input id="token-name" name="name" required maxlength="${MAX_TOKEN_NAME_LENGTH}" autocomplete="off" placeholder="My script"${
      problem && html` aria-invalid="true" aria-describedby="token-problem"`
    }>
${problem && html`<p class="problem" id="token-problem" role="alert">${problem}</p>`}
<button class="primary" name="action" value="create-token">+ Create Token</button>
</form>
</section>`,
  )
}

function newTokenNotice(token: string): Html {
  return html`<div class="new-token" role="status">
<p><strong>Copy your token now.</strong> It is shown only once.</p>
<p class="copyable"><code data-copy>${token}</code></p>
</div>`
}

function tokenRow(base: string, { id, name, createdAt }: PersonalAccessToken): Html {
  return html`
<li><form method="post" action="${base}/settings"><span class="lines"><span class="name">${name}</span> <span class="handle">Created ${dateTime(createdAt)}</span></span><input type="hidden" name="token" value="${id}"><button class="small" name="action" value="revoke-token" aria-label="Revoke ${name}">Revoke</button></form></li>`
}
