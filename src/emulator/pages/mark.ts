import { LOGO_PATH } from "../../brand/logo.js"
import { html } from "../html.js"

/** The "b" of the sign-in button: a neutral mark of our own, not Bink's logo. Decoration, for the name stands beside it. */
export const mark = html`<svg class="mark" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true"><path d="${LOGO_PATH}"/></svg>`

/** The same mark as a file, for the tab. */
export const markFile = mark.markup
  .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
  .replace("currentColor", "#6b78e5")
