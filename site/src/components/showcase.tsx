/** @jsxImportSource react */
import { SignInWithBinkButton, VerificationBadge, VerificationBadgeButton } from "authjs-bink/react"
import { renderToStaticMarkup } from "react-dom/server"

/** The components of the package, rendered to HTML. */

export const button = renderToStaticMarkup(<SignInWithBinkButton fullWidth logoAlignment="center" />)

export const users = (
  [
    ["Ada Okonkwo", 1],
    ["Layla Haddad", 2],
    ["Noor van der Berg", 0],
  ] as const
).map(([name, level]) => ({
  name,
  badge: renderToStaticMarkup(<VerificationBadgeButton verificationLevel={level} />),
}))

export const labels = ([1, 2] as const).map((level) =>
  renderToStaticMarkup(<VerificationBadge verificationLevel={level} variant="label" />),
)

export const themes = (["filled", "outline", "neutral"] as const).map((theme) =>
  renderToStaticMarkup(<SignInWithBinkButton theme={theme} text="signin" fullWidth logoAlignment="center" />),
)
