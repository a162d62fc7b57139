import { type Html, html } from "../html.js"

/** A moment, in UTC, for it is the emulator's time and not the reader's. */
export function timeOf(ms: number): Html {
  const iso = isoOf(ms)
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`
}

/** The time of day alone. */
export function clockOf(ms: number): Html {
  const iso = isoOf(ms)
  return html`<time datetime="${iso}">${iso.slice(11, 19)}</time>`
}

/** A clock of the caller's may say anything; a date can't. */
function isoOf(ms: number): string {
  const limit = 8.64e15
  return new Date(Math.min(Math.max(ms, -limit), limit) || 0).toISOString()
}
