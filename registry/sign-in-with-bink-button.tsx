import { SignInWithBinkButton as BinkButton, type SignInWithBinkButtonProps } from "authjs-bink/react"

// The colours of your Button's variants "default", "outline" and "secondary".
const themes = {
  filled:
    "[--bink-background:var(--primary)] [--bink-color:var(--primary-foreground)] hover:[--bink-background:color-mix(in_oklab,var(--primary)_90%,transparent)]",
  outline:
    "[--bink-background:var(--background)] [--bink-color:var(--foreground)] [--bink-border:var(--border)] hover:[--bink-background:var(--accent)] hover:[--bink-color:var(--accent-foreground)]",
  neutral:
    "[--bink-background:var(--secondary)] [--bink-color:var(--secondary-foreground)] hover:[--bink-background:color-mix(in_oklab,var(--secondary)_80%,transparent)]",
}

// The heights of your Button's sizes "sm", "default" and "lg". `!` overrides the package's styles, which are in no layer.
const sizes = {
  small: "min-h-8! min-w-8!",
  medium: "min-h-9! min-w-9!",
  large: "min-h-10! min-w-10!",
}

/**
 * Signs in with Bink, in the colours of this project. By default it uses your app's Auth.js routes. With a server
 * `action`, it also works without JavaScript.
 *
 * Renders a `<button>`, which gets the `ref` and all other props.
 *
 * @example
 * <SignInWithBinkButton action={async () => { "use server"; await signIn("bink") }} />
 */
export function SignInWithBinkButton({
  theme = "filled",
  size = "medium",
  className = "",
  ...props
}: SignInWithBinkButtonProps) {
  return (
    <BinkButton
      theme={theme}
      size={size}
      className={`text-sm! [--bink-radius:--theme(--radius-md)] hover:filter-none! [&_svg]:size-4 ${themes[theme]} ${sizes[size]} ${className}`}
      {...props}
    />
  )
}
