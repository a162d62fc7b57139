import { forwardRef, type HTMLAttributes, type RefAttributes, type SVGAttributes } from "react"
import { BADGE_VIEW_BOX, type BadgeIcon, blueBadge, goldBadge } from "../brand/badge-icons.js"
import { parseVerificationLevel, TRUSTED, type VerificationLevel } from "../profile/levels.js"
import { withExplanation } from "./explanation.js"
import { type BinkBadgeMessages, badgeEnglish } from "./messages.js"

type SvgOnly = Omit<SVGAttributes<Element>, keyof HTMLAttributes<Element>>

/** Props of {@link VerificationBadge}. The component passes all other props to the element that it renders. */
export interface VerificationBadgeProps
  extends Omit<HTMLAttributes<Element>, "children">,
    SvgOnly,
    RefAttributes<Element> {
  /** The user's `verificationLevel`. Renders the blue badge for `1`, the gold badge for `2`, nothing for other values. */
  verificationLevel: VerificationLevel | number | null | undefined
  /**
   * Width and height of the icon: a number of pixels, or a CSS length.
   * @default "1em"
   */
  size?: number | string | undefined
  /**
   * Shows the icon alone, or the icon followed by a text.
   * @default "icon"
   */
  variant?: "icon" | "label" | undefined
  /**
   * Sets the accessible name, and the visible text of `variant="label"`.
   * @default the texts of `messages`
   */
  label?: string | undefined
  /**
   * Sets the texts, for example in another language.
   * @default English, also for missing keys
   */
  messages?: Partial<BinkBadgeMessages> | undefined
  /**
   * Wraps the badge in a button that opens an explanation in a popover. Works without JavaScript.
   * @default false
   */
  explain?: boolean | undefined
  /**
   * Hides the badge from screen readers. Set it if the text next to the badge has the same meaning.
   * @default false
   */
  decorative?: boolean | undefined
}

/**
 * Shows a user's verification level: a blue badge for level 1 (passkey-verified), a gold shield for level 2 (trusted).
 * Renders nothing for any other value. Needs no CSS and no client code, and works in Server Components.
 *
 * Renders an `<svg>`. With `variant="label"`, renders a `<span>` that contains the `<svg>` and a text. This element gets
 * the `ref` and all other props. With `explain`, the element is inside a `<button>` that is followed by its popover.
 *
 * @example
 * <h1>{user.name} <VerificationBadge verificationLevel={session.user.bink?.verificationLevel} /></h1>
 */
export const VerificationBadge = forwardRef<Element, Omit<VerificationBadgeProps, "ref">>(
  function VerificationBadge(
    { verificationLevel, size = "1em", variant, label, messages, explain, decorative, ...props },
    ref,
  ) {
    const level = parseVerificationLevel(verificationLevel)
    if (!level) return null
    const key = level === TRUSTED ? "trusted" : "verified"
    const icon: BadgeIcon = level === TRUSTED ? goldBadge : blueBadge
    const message = (key: keyof typeof badgeEnglish) => messages?.[key] ?? badgeEnglish[key]
    const isLabel = variant === "label"
    // A button needs an accessible name, even with `decorative` or an empty `label`.
    const isHidden = decorative && !explain
    const name = label || message(key)
    const isIconHidden = isHidden || isLabel

    let badge = (
      // Single attributes: a spread object costs a fifth of the server's time for ten thousand badges.
      <svg
        viewBox={BADGE_VIEW_BOX}
        width={size}
        height={size}
        fill={icon.fill}
        stroke={icon.stroke}
        role={isIconHidden ? undefined : "img"}
        aria-label={isIconHidden ? undefined : name}
        aria-hidden={isIconHidden || undefined}
        lang={messages?.lang}
        dir={messages?.dir}
        ref={isLabel ? undefined : (ref as never)}
        {...(isLabel ? undefined : props)}
      >
        <path d={icon.d} />
      </svg>
    )
    if (isLabel) {
      badge = (
        <span
          {...(isHidden ? { "aria-hidden": true } : { role: "img", "aria-label": name })}
          ref={ref as never}
          {...props}
        >
          {badge}
          {`\u00a0${label || message(`${key}Label`)}`}
        </span>
      )
    }
    return explain ? withExplanation(badge, message(`${key}Explanation`)) : badge
  },
)
