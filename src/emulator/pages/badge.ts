import { BADGE_VIEW_BOX, blueBadge, goldBadge } from "../../brand/badge-icons.js"
import { LEVEL_LABELS, TRUSTED, type VerificationLevel } from "../../profile/levels.js"
import { type Html, html } from "../html.js"

/** Returns the blue or gold badge with its accessible name. Level 0 has no badge. */
export function badge(level: VerificationLevel): Html | null {
  if (level === 0) return null
  const { d, ...paint } = level === TRUSTED ? goldBadge : blueBadge
  const attributes = Object.entries(paint).map(([name, given]) => html` ${name}="${given}"`)
  return html`<svg class="badge" role="img" aria-label="${LEVEL_LABELS[level]}" viewBox="${BADGE_VIEW_BOX}" width="18" height="18"${attributes}><path d="${d}"/></svg>`
}
