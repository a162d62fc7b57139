import type { SVGAttributes } from "react"
import { LOGO_PATH } from "../brand/logo.js"

/**
 * Draws the neutral logo of this package in the text colour. It is not Bink's logo. The button's `logo` prop replaces it.
 *
 * Renders an `<svg>` of 20 × 20 px, hidden from screen readers, and passes all props to it. Takes no `ref`.
 *
 * @example
 * <BinkLogo width={32} height={32} />
 */
export function BinkLogo(props: SVGAttributes<SVGSVGElement>) {
  return (
    <svg viewBox="0 0 24 24" width={20} height={20} fill="currentColor" aria-hidden {...props}>
      <path d={LOGO_PATH} />
    </svg>
  )
}
