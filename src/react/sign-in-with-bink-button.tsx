"use client"
import type { ButtonHTMLAttributes, ReactNode, RefAttributes } from "react"
import * as React from "react"
import { BinkLogo } from "./bink-logo.js"
import { buttonEnglish } from "./english.js"
import type { BinkButtonMessages } from "./messages.js"
import { signIn } from "./sign-in.js"
import { css } from "./styles.js"
import { useAttempt } from "./use-attempt.js"
import type { UseSignInWithBinkOptions } from "./use-sign-in-with-bink.js"

export interface SignInWithBinkButtonProps
  extends UseSignInWithBinkOptions,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onError" | "nonce">,
    RefAttributes<HTMLButtonElement> {
  /** @default "signin_with" */
  text?: "signin_with" | "signup_with" | "continue_with" | "signin" | undefined
  /**
   * Logo and text, or the logo alone, named by the text.
   * @default "standard"
   */
  variant?: "standard" | "icon" | undefined
  /** @default "filled" */
  theme?: "filled" | "outline" | "neutral" | undefined
  /**
   * `auto` follows the system; a site with a switch of its own sets `--bink-color-scheme`, or this.
   * @default "auto"
   */
  colorScheme?: "auto" | "light" | "dark" | undefined
  /**
   * 44, 40 or 32 px high, or higher where the text wraps or is enlarged.
   * @default "large"
   */
  size?: "large" | "medium" | "small" | undefined
  /**
   * `square` is `rectangular`, and `circle` is `pill`, under the names that suit an icon.
   * @default "rectangular"
   */
  shape?: "rectangular" | "pill" | "square" | "circle" | undefined
  /**
   * At the start of the button, or beside the text in the middle. They differ where there is room: `fullWidth`.
   * @default "start"
   */
  logoAlignment?: "start" | "center" | undefined
  /**
   * As wide as the box around it.
   * @default false
   */
  fullWidth?: boolean | undefined
  /** In place of the neutral mark, and decoration like it: give an image an empty `alt`. `null` for none. */
  logo?: ReactNode
  /** Words in another language, or of your own. English where a key is missing. */
  messages?: Partial<BinkButtonMessages> | undefined
  /** In place of the text. */
  children?: ReactNode
  /**
   * A server action. Renders a `<form action>` around the button, which works without JavaScript.
   *
   * @example
   * <SignInWithBinkButton action={async () => { "use server"; await signIn("bink") }} />
   */
  action?: ((formData: FormData) => void | Promise<void>) | undefined
  /** Shows a sign-in of your own as under way. */
  pending?: boolean | undefined
  /** Announced while sign-in is under way, in place of the messages' `pending`. */
  pendingText?: string | undefined
  /**
   * The nonce of the page's Content-Security-Policy, for the `<style>` element. `false` leaves the element out, for
   * a page that links `authjs-bink/styles.css`.
   */
  nonce?: string | false | undefined
  /**
   * Leaves out every class and style of this package's.
   * @default false
   */
  unstyled?: boolean | undefined
}

/**
 * A button that signs in with Bink. Alone it asks the app's own Auth.js routes; with `action` it submits a form to a
 * server action, and works before and without JavaScript. It stays pending until the page goes.
 *
 * Renders a `<button>`, which gets the `ref` and the rest of the props, and beside it a live region that becomes an
 * alert after a failure. `onClick` with `preventDefault()` stops the built-in sign-in.
 *
 * Themed by variables, on the button or anywhere around it: `--bink-background`, `--bink-color`, `--bink-border`,
 * `--bink-radius`, `--bink-font` (a font family) and `--bink-color-scheme` (`light` or `dark`, for a site that has a
 * switch of its own).
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
    onError,
    pending: isPending,
    pendingText,
    nonce,
    unstyled,
    className = "",
    onClick,
    ...props
  },
  ref,
) {
  const { state, run } = useAttempt(onError)
  const pending = isPending || state === true
  const say = (key: keyof BinkButtonMessages) => messages?.[key] ?? buttonEnglish[key]
  const role = pending || !state ? "status" : "alert"
  const classes = unstyled
    ? ""
    : ["button", variant, theme, colorScheme, size, shape, logoAlignment, fullWidth ? "full" : ""]
        .map((name) => name && `bink-${name} `)
        .join("")

  const content = (
    <>
      {unstyled || nonce === false || (
        // React 19 hoists a style with a precedence, once, but drops its nonce. React 18 leaves every one here.
        <style
          {...(nonce ? { nonce, suppressHydrationWarning: true } : { href: "bink", precedence: "bink" })}
        >
          {css}
        </style>
      )}
      <button
        type={action ? undefined : "button"}
        aria-label={variant === "icon" ? say(text) : undefined}
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
          run(() => signIn({ redirectTo, basePath, providerId }))
        }}
      >
        {logo}
        {variant === "icon" || <span>{children ?? say(text)}</span>}
      </button>
      <span key={role} role={role}>
        {pending ? (pendingText ?? say("pending")) : state && say("error")}
      </span>
    </>
  )
  if (!action) return content
  return (
    <form
      // React 18 has no actions: there, the handler below is all.
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
