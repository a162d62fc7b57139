import {
  createElement,
  type ForwardedRef,
  forwardRef,
  type HTMLAttributes,
  type RefAttributes,
  type SVGAttributes,
} from "react"
import { blueBadge, goldBadge } from "../brand/badge-icons.js"
import { PASSKEY_VERIFIED, TRUSTED, type VerificationLevel } from "../profile/levels.js"
import { type BinkBadgeMessages, badgeEnglish } from "./messages.js"

type Text = keyof typeof badgeEnglish
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
   * Hides the badge from screen readers. Set it if the text next to the badge has the same meaning.
   * @default false
   */
  decorative?: boolean | undefined
}

/**
 * Shows a user's verification level: a blue badge for level 1 (passkey-verified), a gold shield for level 2 (trusted).
 * Renders nothing for any other value. Needs no stylesheet and no client code, and works in Server Components.
 *
 * Renders an `<svg>`. With `variant="label"`, renders a `<span>` that contains the `<svg>` and a text. This element gets
 * the `ref` and all other props.
 *
 * @example
 * <h1>{user.name} <VerificationBadge verificationLevel={session.user.bink?.verificationLevel} /></h1>
 *
 * @see {@link VerificationBadgeButton}, which explains the level in a popover.
 */
export const VerificationBadge = forwardRef<Element, VerificationBadgeProps>(
  (
    {
      label,
      decorative,
      variant,
      messages = badgeEnglish,
      size = "1em",
      verificationLevel,
      ...props
    }: Omit<VerificationBadgeProps, "ref">,
    ref: ForwardedRef<Element>,
  ) => {
    const key =
      verificationLevel === PASSKEY_VERIFIED ? "verified" : verificationLevel === TRUSTED && "trusted"
    const message = (key: string | false) => label || messages[key as Text] || badgeEnglish[key as Text]
    const attributes = { lang: messages.lang, ref: ref as never, dir: messages.dir, ...props }
    // Calls instead of JSX: the import of the JSX runtime is a twentieth of the badge's size.
    const icon = (attributes?: SVGAttributes<Element>) =>
      createElement(
        "svg",
        {
          role: "img",
          width: size,
          "aria-hidden": decorative,
          viewBox: "0 0 11 11",
          height: size,
          "aria-label": message(key),
          ...attributes,
          // In the line of the text, with the centre at half the height of capitals. Inline, because resets such as
          // Tailwind's set both properties of every `<svg>`, which overrides SVG attributes.
          style: {
            display: "inline",
            alignSelf: "center",
            verticalAlign: "calc(.35em - " + size + (+size ? "px/2)" : "/2)"),
            ...attributes?.style,
          },
        },
        createElement("path", verificationLevel === TRUSTED ? goldBadge : blueBadge),
      )
    return (
      key &&
      (variant === "label"
        ? createElement(
            "span",
            attributes,
            icon(),
            // An element, whose text React can replace after the browser has translated it.
            createElement("span", { "aria-hidden": true }, "\u00a0" + message(key + "Label")),
          )
        : icon(attributes))
    )
  },
)
