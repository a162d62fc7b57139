"use client"
import type { ButtonHTMLAttributes, ReactNode, RefAttributes } from "react"
import * as React from "react"
import { BinkLogo } from "./bink-logo.js"
import { type BinkButtonMessages, buttonEnglish } from "./messages.js"
import { signIn } from "./sign-in.js"
import { css } from "./styles.js"
import { usePendingAction } from "./use-pending-action.js"
import type { UseSignInWithBinkOptions } from "./use-sign-in-with-bink.js"

/** Props of {@link SignInWithBinkButton}. The component passes all other props to its `<button>`. */
export interface SignInWithBinkButtonProps
  extends UseSignInWithBinkOptions,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onError" | "nonce">,
    RefAttributes<HTMLButtonElement> {
  /**
   * Selects the text of the button, from `messages`.
   * @default "signin_with"
   */
  text?: "signin_with" | "signup_with" | "continue_with" | "signin" | undefined
  /**
   * Shows logo and text, or the logo alone. The text stays the accessible name of `icon`.
   * @default "standard"
   */
  variant?: "standard" | "icon" | undefined
  /**
   * Sets the colours: blue, white with a border, or grey without a border.
   * @default "filled"
   */
  theme?: "filled" | "outline" | "neutral" | undefined
  /**
   * Sets the colour scheme. `auto` follows `--bink-color-scheme`, or the system.
   * @default "auto"
   */
  colorScheme?: "auto" | "light" | "dark" | undefined
  /**
   * Sets the minimum height: 44, 40 or 32 px. The button grows if its text wraps or is enlarged.
   * @default "large"
   */
  size?: "large" | "medium" | "small" | undefined
  /**
   * Sets the corners. `square` equals `rectangular` and `circle` equals `pill`; use these names with `variant="icon"`.
   * @default "rectangular"
   */
  shape?: "rectangular" | "pill" | "square" | "circle" | undefined
  /**
   * Places the logo at the start of the button, or next to a centred text. Visible with `fullWidth`.
   * @default "start"
   */
  logoAlignment?: "start" | "center" | undefined
  /**
   * Makes the button as wide as its container.
   * @default false
   */
  fullWidth?: boolean | undefined
  /**
   * Replaces the logo; `null` removes it. Screen readers must ignore it: give an image an empty `alt`.
   * @default <BinkLogo />
   */
  logo?: ReactNode
  /**
   * Sets the texts, for example in another language.
   * @default English, also for missing keys
   */
  messages?: Partial<BinkButtonMessages> | undefined
  /** Replaces the text that `text` selects. */
  children?: ReactNode
  /**
   * Signs in with a server action instead of Auth.js's routes. Renders a `<form>` around the button, which works without
   * JavaScript.
   *
   * @example
   * <SignInWithBinkButton action={async () => { "use server"; await signIn("bink") }} />
   */
  action?: ((formData: FormData) => void | Promise<void>) | undefined
  /**
   * Shows the button as pending, for a sign-in that your own code runs.
   * @default false
   */
  pending?: boolean | undefined
  /**
   * Sets the text that screen readers announce while sign-in is pending.
   * @default the `pending` text of `messages`
   */
  pendingText?: string | undefined
  /**
   * Sets the nonce of the `<style>` element, for a Content-Security-Policy. `false` leaves the element out: import
   * `authjs-bink/styles.css` instead.
   */
  nonce?: string | false | undefined
  /**
   * Leaves out all classes and styles of this package.
   * @default false
   */
  unstyled?: boolean | undefined
}

/**
 * Signs in with Bink. By default it uses your app's Auth.js routes. With `action` it submits a form to a server action,
 * and works without JavaScript. With `uxMode="popup"` it signs in in a popup window. The button is pending until the
 * page is left, or until the sign-in ends.
 *
 * Renders a `<button>`, which gets the `ref` and all other props, followed by a live region for screen readers. The live
 * region becomes a visible alert if sign-in fails. `event.preventDefault()` in `onClick` stops the sign-in.
 *
 * Custom properties on the button, or on any element around it, change its styles: `--bink-background`, `--bink-color`,
 * `--bink-border`, `--bink-radius`, `--bink-font` (a font family) and `--bink-color-scheme` (`light`, `dark` or
 * `light dark`).
 *
 * @example
 * <SignInWithBinkButton redirectTo="/profile" />
 */
export const SignInWithBinkButton = React.forwardRef<
  HTMLButtonElement,
  Omit<SignInWithBinkButtonProps, "ref">
>(function SignInWithBinkButton(
  {
    text = "signin_with",
    variant,
    theme,
    colorScheme,
    size,
    shape,
    logoAlignment = "start",
    fullWidth,
    logo = <BinkLogo />,
    messages,
    children,
    action,
    redirectTo,
    basePath,
    providerId,
    uxMode,
    onSuccess,
    onError,
    pending: pendingProp,
    pendingText,
    nonce,
    unstyled,
    className = "",
    onClick,
    ...props
  },
  ref,
) {
  const { pending: isRunning, error, run } = usePendingAction(onError)
  const pending = pendingProp || isRunning
  const message = (key: keyof typeof buttonEnglish) => messages?.[key] ?? buttonEnglish[key]
  const role = pending || !error ? "status" : "alert"
  const classes = unstyled
    ? ""
    : ["button", variant, theme, colorScheme, size, shape, logoAlignment, fullWidth ? "full" : ""]
        .map((name) => name && `bink-${name} `)
        .join("")

  const content = (
    <>
      {unstyled || nonce === false || (
        // React 19 hoists a style with `precedence` into the head once, but drops its nonce. React 18 renders each in place.
        <style
          {...(nonce ? { nonce, suppressHydrationWarning: true } : { href: "bink", precedence: "bink" })}
        >
          {css}
        </style>
      )}
      <button
        type={action ? undefined : "button"}
        lang={messages?.lang}
        dir={messages?.dir}
        aria-label={variant === "icon" ? message(text) : undefined}
        aria-busy={pending}
        aria-disabled={pending}
        {...props}
        ref={ref}
        className={classes + className}
        onClick={(event) => {
          if (pending) return event.preventDefault()
          onClick?.(event)
          if (action || event.defaultPrevented) return
          event.preventDefault()
          run(() => signIn({ redirectTo, basePath, providerId, uxMode, onSuccess }))
        }}
      >
        {logo}
        {variant === "icon" || <span>{children ?? message(text)}</span>}
      </button>
      <span key={role} role={role} lang={messages?.lang} dir={messages?.dir}>
        {pending ? (pendingText ?? message("pending")) : error && message("error")}
      </span>
    </>
  )
  if (!action) return content
  return (
    <form
      // React 18 has no form actions: `onSubmit` runs the action.
      action={"use" in React ? action : undefined}
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        run(() => action(data))
      }}
    >
      {content}
    </form>
  )
})
