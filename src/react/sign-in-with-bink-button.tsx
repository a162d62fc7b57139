"use client"
import * as React from "react"
import { type ButtonHTMLAttributes, forwardRef, type ReactNode } from "react"
import { BinkLogo } from "./bink-logo.js"
import { buttonEnglish } from "./english.js"
import type { BinkButtonMessages } from "./messages.js"
import { signIn } from "./sign-in.js"
import { css } from "./styles.js"
import { useAttempt } from "./use-attempt.js"
import type { UseSignInWithBinkOptions } from "./use-sign-in-with-bink.js"

export interface SignInWithBinkButtonProps
  extends UseSignInWithBinkOptions,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, "onError" | "nonce"> {
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
  /** In place of the neutral mark; `null` for none. */
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

// Seen by screen readers alone. Set from script, once there is something to say, so that it needs no stylesheet.
const unseen = {
  position: "absolute",
  width: 1,
  height: 1,
  overflow: "hidden",
  clipPath: "inset(50%)",
} as const

/**
 * A button that signs in with Bink. Alone it asks the app's own Auth.js routes; with `action` it submits a form to a
 * server action, and works before and without JavaScript. It stays pending until the page goes.
 *
 * Renders a `<button>`, which gets the `ref` and the rest of the props, and beside it a live region and, after a
 * failure, an alert. `onClick` with `preventDefault()` stops the built-in sign-in.
 *
 * @example
 * <SignInWithBinkButton redirectTo="/profile" />
 */
export const SignInWithBinkButton = forwardRef<HTMLButtonElement, SignInWithBinkButtonProps>(
  function SignInWithBinkButton(
    {
      text = "signin_with",
      variant = "standard",
      theme = "filled",
      colorScheme = "auto",
      size = "large",
      shape = "rectangular",
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
      className,
      onClick,
      ...props
    },
    ref,
  ) {
    const attempt = useAttempt(onError)
    const pending = isPending || attempt.pending
    const word = (name: keyof BinkButtonMessages) => messages?.[name] ?? buttonEnglish[name]
    const label = word(text)
    const names = (...words: unknown[]) =>
      unstyled
        ? undefined
        : words
            .map((name) => name && `bink-${name}`)
            .filter(Boolean)
            .join(" ")

    const content = (
      <>
        {!unstyled && nonce !== false && (
          // React 19 hoists a style with a precedence, once, but drops the nonce of one. React 18 leaves it here.
          <style
            {...(nonce ? { nonce, suppressHydrationWarning: true } : { href: "bink", precedence: "bink" })}
          >
            {css}
          </style>
        )}
        <button
          type={action ? "submit" : "button"}
          aria-label={variant === "icon" ? label : undefined}
          aria-busy={pending || undefined}
          aria-disabled={pending || undefined}
          {...props}
          ref={ref}
          className={
            [
              names("button", variant, theme, colorScheme, size, shape, logoAlignment, fullWidth && "full"),
              className,
            ]
              .filter(Boolean)
              .join(" ") || undefined
          }
          onClick={(event) => {
            if (pending) return event.preventDefault()
            onClick?.(event)
            if (action || event.defaultPrevented) return
            event.preventDefault()
            attempt.run(() => signIn({ redirectTo, basePath, providerId }))
          }}
        >
          {logo !== null && (
            <span className={names("logo")} aria-hidden>
              {logo}
            </span>
          )}
          {variant !== "icon" && <span className={names("label")}>{children ?? label}</span>}
        </button>
        <span role="status" style={pending ? unseen : undefined}>
          {pending && (pendingText ?? word("pending"))}
        </span>
        {attempt.error && (
          <span role="alert" className={names("error")}>
            {word("error")}
          </span>
        )}
      </>
    )
    if (!action) return content
    return (
      <form
        // React 18 has no actions: there, the handler below is all.
        action={"use" in React ? action : undefined}
        className={names("form")}
        onSubmit={(event) => {
          event.preventDefault()
          const data = new FormData(event.currentTarget)
          attempt.run(() => action(data))
        }}
      >
        {content}
      </form>
    )
  },
)
