import { html } from "../html.js"

/** The "b" of the sign-in button: a neutral mark of our own, not Bink's logo. Decoration, for the name stands beside it. */
export const mark = html`<svg class="mark" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true"><path d="M4 2h4v6.4A7.5 7.5 0 1 1 4 14.5zm8.5 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z"/></svg>`

/** The same mark as a file, for the tab. */
export const markFile = mark.markup
  .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
  .replace("currentColor", "#6b78e5")
