import { TRUSTED, type VerificationLevel } from "../../protocol/levels.js"
import { blueSeal, goldShield, SEAL_VIEW_BOX } from "../../protocol/seals.js"
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
  const { d, ...paint } = level === TRUSTED ? goldShield : blueSeal
  const attributes = Object.entries(paint).map(([name, given]) => html` ${name}="${given}"`)
  return html`<svg class="badge" role="img" aria-label="${LEVEL_NAMES[level]}" viewBox="${SEAL_VIEW_BOX}" width="18" height="18"${attributes}><path d="${d}"/></svg>`
}
