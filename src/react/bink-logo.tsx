import type { SVGAttributes } from "react"

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
      <path d="M4 2h4v6.4A7.5 7.5 0 1 1 4 14.5zm8.5 9a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z" />
    </svg>
  )
}
