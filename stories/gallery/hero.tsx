import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import "./hero.css"

/** The top of the first page: the two components as a person meets them. */
export function Hero() {
  return (
    <div className="hero sb-unstyled">
      <div>
        <p className="hero-kicker">authjs-bink</p>
        <h1>Sign in with Bink</h1>
        <p>A button people trust at first sight, and a badge that says whom they can trust.</p>
      </div>
      <div className="hero-card">
        <p className="hero-name">
          Ada Okonkwo <VerificationBadge verificationLevel={1} />
        </p>
        <p className="hero-name">
          Layla Haddad <VerificationBadge verificationLevel={2} />
        </p>
        <SignInWithBinkButton fullWidth logoAlignment="center" onClick={(event) => event.preventDefault()} />
      </div>
    </div>
  )
}
