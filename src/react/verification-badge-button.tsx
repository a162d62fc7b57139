import { type ButtonHTMLAttributes, forwardRef, type RefAttributes, useId, version } from "react"
import { parseVerificationLevel, TRUSTED } from "../profile/levels.js"
import { explanationEnglish } from "./messages.js"
import { VerificationBadge, type VerificationBadgeProps } from "./verification-badge.js"

/** Props of {@link VerificationBadgeButton}. The component passes all other props to its `<button>`. */
export interface VerificationBadgeButtonProps
  extends Pick<VerificationBadgeProps, "verificationLevel" | "size" | "variant" | "label" | "messages">,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, "children">,
    RefAttributes<HTMLButtonElement> {}

// React 18 writes unknown attributes unchanged. React 19 has a property for this one.
const popoverTarget = version < "19" ? "popovertarget" : "popoverTarget"

// At least 24 px in both directions (WCAG 2.5.8), without making a line of text higher. `all: unset` would remove the
// focus ring.
const buttonStyle = {
  minWidth: 24,
  minHeight: 24,
  margin: "min(0px, .5em - 12px) 0",
  padding: 0,
  border: 0,
  background: "none",
  font: "inherit",
  color: "inherit",
  alignSelf: "center",
  cursor: "pointer",
}

// Below the badge, or above it at the bottom of the viewport. Browsers without `position-area` centre it.
const popoverStyle = {
  positionArea: "bottom",
  positionTryFallbacks: "flip-block",
  boxSizing: "border-box",
  margin: "auto",
  maxWidth: "min(18em, 100vw - 16px)",
  padding: 8,
  border: "1px solid #888",
  borderRadius: 8,
  font: "14px/1.4 system-ui",
  textAlign: "start",
  whiteSpace: "normal",
  // The text colour of the page, on white or black, whichever has more contrast: at least 4.5 : 1. The page's own
  // background is unknown, and its `color-scheme` often unset. Older browsers ignore both lines.
  color: "oklch(from currentcolor l c h)",
  background: "oklch(from currentcolor calc((.57 - l) * 999) 0 0)",
} as const

/**
 * Shows a user's verification level as a button that explains it in a popover, without JavaScript. Renders nothing for
 * users without a level. Works in Server Components.
 *
 * Renders a `<button>`, which gets the `ref` and all other props, followed by its popover. The badge is inside the
 * button. The popover closes with Escape and with a tap outside.
 *
 * The popover's `id` comes from React's `useId`. If several React roots, or fragments of several servers, share one
 * page, give each React's `identifierPrefix`.
 *
 * @example
 * <h1>{user.name} <VerificationBadgeButton verificationLevel={session.user.bink?.verificationLevel} /></h1>
 */
export const VerificationBadgeButton = forwardRef<HTMLButtonElement, VerificationBadgeButtonProps>(
  function VerificationBadgeButton(
    {
      verificationLevel,
      size,
      variant,
      label,
      messages,
      style,
      ...props
    }: Omit<VerificationBadgeButtonProps, "ref">,
    ref,
  ) {
    const level = parseVerificationLevel(verificationLevel)
    // With the level, so that a badge never opens the explanation of another level, even if two roots share their ids.
    const id = `bink${level}${useId()}`
    if (!level) return null
    const key = level === TRUSTED ? "trustedExplanation" : "verifiedExplanation"
    const language = { lang: messages?.lang, dir: messages?.dir }
    return (
      <>
        <button
          type="button"
          {...{ [popoverTarget]: id }}
          {...props}
          ref={ref}
          style={style ? { ...buttonStyle, ...style } : buttonStyle}
        >
          <VerificationBadge {...{ verificationLevel, size, variant, label, messages }} />
        </button>
        <span {...language} id={id} popover="" style={popoverStyle}>
          {messages?.[key] ?? explanationEnglish[key]}
        </span>
      </>
    )
  },
)
