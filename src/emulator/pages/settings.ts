import type { BinkProfile } from "../../profile/profile.js"
import { type Html, html } from "../html.js"
import type { PersonalToken } from "../store.js"
import { layout } from "./layout.js"
import { peopleList } from "./login.js"
import { chip } from "./person.js"
import { timeOf } from "./time.js"

/** Whose settings? */
export function settingsLoginPage(base: string, people: readonly BinkProfile[]): Html {
  return layout(
    base,
    "Sign in",
    html`<h1>Choose an account</h1>
<p class="lede">to open its settings</p>
<form method="post" action="${base}/settings">
<input type="hidden" name="action" value="sign-in">
${peopleList(people)}
</form>`,
  )
}

/** A person's settings. Personal access tokens are made at the bottom, as on Bink. */
export function settingsPage(
  base: string,
  person: BinkProfile,
  tokens: readonly PersonalToken[],
  { fresh, problem }: { fresh?: string | undefined; problem?: string },
): Html {
  return layout(
    base,
    "Settings",
    html`<h1>Settings</h1>
<section aria-labelledby="account">
<h2 id="account">Account</h2>
<div class="card">${chip(person)}
<form method="post" action="${base}/settings">
<button class="small" name="action" value="sign-out">Use another account</button>
</form></div>
</section>
<section aria-labelledby="developer">
<h2 id="developer">Developer</h2>
<p>A personal access token lets your own scripts ask the API as you. Give it to nobody.</p>
${fresh && freshToken(fresh)}
${tokens.length > 0 && html`<ul class="tokens">${tokens.map((token) => tokenRow(base, token))}</ul>`}
<form method="post" action="${base}/settings" class="create">
<label for="token-name">Token name</label>
<input id="token-name" name="name" required maxlength="60" autocomplete="off" placeholder="My script"${
      problem && html` aria-invalid="true" aria-describedby="token-problem"`
    }>
${problem && html`<p class="problem" id="token-problem" role="alert">${problem}</p>`}
<button class="primary" name="action" value="create-token">+ Create Token</button>
</form>
</section>`,
  )
}

function freshToken(token: string): Html {
  return html`<div class="fresh" role="status">
<p><strong>Copy your token now.</strong> It is shown only once.</p>
<p class="copyable"><code data-copy>${token}</code></p>
</div>`
}

function tokenRow(base: string, { id, name, createdAt }: PersonalToken): Html {
  return html`
<li><form method="post" action="${base}/settings"><span class="who"><span class="name">${name}</span> <span class="handle">Created ${timeOf(createdAt)}</span></span><input type="hidden" name="token" value="${id}"><button class="small" name="action" value="revoke-token" aria-label="Revoke ${name}">Revoke</button></form></li>`
}
