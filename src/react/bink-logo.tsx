import type { SVGAttributes } from "react"
import { LOGO_PATH } from "../brand/logo.js"

/**
 * A neutral mark of this package's own, not Bink's logo: a "b" in the colour of the text around it. Replace it with
 * the button's `logo` prop.
 *
 * Renders an `<svg>`, hidden from screen readers, that takes every SVG prop.
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
