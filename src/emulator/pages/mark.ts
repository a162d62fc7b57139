import { html } from "../html.js"

/** A neutral mark of our own. It is decoration: the name stands beside it. */
export const mark = html`<svg class="mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true"><rect width="24" height="24" rx="7" fill="currentColor"/><path class="mark-cut" fill="#fff" d="M7 5.5h2.4v5.2a4.6 4.6 0 1 1-2.4 4V5.5Zm4.6 6.9a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.6Z"/></svg>`

/** The same mark as a file, for the tab. */
export const markFile = mark.markup
  .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
  .replace("currentColor", "#2f3a8f")
