import { SignInWithBinkButton as BinkButton, type SignInWithBinkButtonProps } from "authjs-bink/react"

// Named as the button names them; the looks are those of your Button's default, outline and secondary.
const themes = {
  filled:
    "[--bink-background:var(--primary)] [--bink-color:var(--primary-foreground)] hover:[--bink-background:color-mix(in_oklab,var(--primary)_90%,transparent)]",
  outline:
    "[--bink-background:var(--background)] [--bink-color:var(--foreground)] [--bink-border:var(--border)] hover:[--bink-background:var(--accent)] hover:[--bink-color:var(--accent-foreground)]",
  neutral:
    "[--bink-background:var(--secondary)] [--bink-color:var(--secondary-foreground)] hover:[--bink-background:color-mix(in_oklab,var(--secondary)_80%,transparent)]",
}

// As high as your Button's sm, default and lg. The button's own styles stand in no layer, hence the `!`.
const sizes = {
  small: "min-h-8! min-w-8!",
  medium: "min-h-9! min-w-9!",
  large: "min-h-10! min-w-10!",
}

/**
 * Sign in with Bink in this project's colours. Alone it signs in through your app's Auth.js routes; with a server
 * action, `action={async () => { "use server"; await signIn("bink") }}`, it works without JavaScript too.
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
