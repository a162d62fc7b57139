import type { BinkProfile } from "../../profile/profile.js"
import type { BinkClient } from "../options.js"
import { type Html, html } from "./html.js"
import { layout } from "./layout.js"
import { accountList } from "./user.js"

/** Login page, with a list of the users. */
export function loginPage(
  base: string,
  transaction: string,
  client: BinkClient,
  users: readonly BinkProfile[],
  problem?: string,
): Html {
  return layout(
    base,
    "Sign in",
    html`<h1>Choose an account</h1>
<p class="lede">to continue to <strong>${client.name}</strong></p>
${problem && html`<p class="problem" role="alert">${problem}</p>`}
<form method="post" action="${base}/login">
<input type="hidden" name="transaction" value="${transaction}">
${accountList(users)}
</form>`,
  )
}
