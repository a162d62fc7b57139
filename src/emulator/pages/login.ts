import type { BinkProfile } from "../../profile/profile.js"
import { type Html, html } from "../html.js"
import type { BinkClient } from "../options.js"
import { layout } from "./layout.js"
import { identity } from "./person.js"

/** The login page: pick who you are. */
export function loginPage(
  base: string,
  transaction: string,
  client: BinkClient,
  people: readonly BinkProfile[],
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
${peopleList(people)}
</form>`,
  )
}

/** One button a person. */
export function peopleList(people: readonly BinkProfile[]): Html {
  if (people.length === 0)
    return html`<p>The seed holds no people, so nobody can sign in. Add one to <code>users</code>.</p>`
  return html`<ul class="people">${people.map(
    (person) => html`
<li><button class="person" name="person" value="${person.id}">${identity(person)}</button></li>`,
  )}
</ul>`
}
