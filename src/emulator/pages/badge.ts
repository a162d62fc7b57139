import type { VerificationLevel } from "../../protocol/levels.js"
import { type Html, html } from "../html.js"

/** What each level is called. */
export const LEVEL_NAMES: Record<VerificationLevel, string> = {
  0: "Not verified",
  1: "Passkey-verified",
  2: "Trusted",
}

/** The blue or gold badge, named for those who cannot see it. Level 0 has none. */
export function badge(level: VerificationLevel): Html | null {
  if (level === 0) return null
  return html`<svg class="badge level-${level}" role="img" aria-label="${LEVEL_NAMES[level]}" viewBox="0 0 24 24" width="18" height="18"><circle cx="12" cy="12" r="11" fill="currentColor"/><path fill="none" stroke="#fff" stroke-width="2.5" d="m7 12.500 3.500 3.500 7-8"/></svg>`
}
