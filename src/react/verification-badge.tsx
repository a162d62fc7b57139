import { forwardRef, type HTMLAttributes, type RefAttributes, type SVGAttributes } from "react"
import { BADGE_VIEW_BOX, type BadgeIcon, blueBadge, goldBadge } from "../brand/badge-icons.js"
import { parseVerificationLevel, TRUSTED, type VerificationLevel } from "../profile/levels.js"
import { badgeEnglish } from "./english.js"
import { explained } from "./explained.js"
import type { BinkBadgeMessages } from "./messages.js"

type SvgOnly = Omit<SVGAttributes<Element>, keyof HTMLAttributes<Element>>

export interface VerificationBadgeProps
  extends Omit<HTMLAttributes<Element>, "children">,
    SvgOnly,
    RefAttributes<Element> {
  /** Bink's `verificationLevel`. `0`, `null`, `undefined` and whatever is unknown render nothing. */
  verificationLevel: VerificationLevel | number | null | undefined
  /**
   * Width and height of the drawing: a number of pixels, or a CSS length.
   * @default "1em"
   */
  size?: number | string | undefined
  /**
   * The drawing alone, or with a word beside it.
   * @default "icon"
   */
  variant?: "icon" | "label" | undefined
  /** The badge's name, and its word in `variant="label"`, in place of the messages'. */
  label?: string | undefined
  /** Words in another language, or of your own. English where a key is missing. */
  messages?: Partial<BinkBadgeMessages> | undefined
  /**
   * Makes the badge a button that says what it stands for in a popover. Works without JavaScript.
   * @default false
   */
  explain?: boolean | undefined
  /**
   * Hides the badge from screen readers, where words beside it say the same.
   * @default false
   */
  decorative?: boolean | undefined
}

/**
 * Shows how much Bink vouches for a person: a blue icon for level 1, passkey-verified; a gold shield for level 2,
 * trusted; nothing for anyone else. Needs no CSS and no client code, and renders in a Server Component.
 *
 * Renders an `<svg>`, or with `variant="label"` a `<span>` around it; that element gets the `ref` and the rest of
 * the props. With `explain` a `<button>` and its popover stand around it.
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
    const say = (key: keyof BinkBadgeMessages) => messages?.[key] ?? badgeEnglish[key]
    const isLabel = variant === "label"
    // A button has to have a name, and so has an image: an empty label is none.
    const isHidden = decorative && !explain
    const name = label || say(key)
    const isMute = isHidden || isLabel

    let badge = (
      // Written out, not gathered in an object first: that is a fifth of what ten thousand badges cost a server.
      <svg
        viewBox={BADGE_VIEW_BOX}
        width={size}
        height={size}
        fill={icon.fill}
        stroke={icon.stroke}
        role={isMute ? undefined : "img"}
        aria-label={isMute ? undefined : name}
        aria-hidden={isMute || undefined}
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
          {`\u00a0${label || say(`${key}Label`)}`}
        </span>
      )
    }
    return explain ? explained(badge, say(`${key}Explanation`)) : badge
  },
)
