import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import "./hero.css"

/** The header of the introduction: both components in a card. */
export function Hero() {
  return (
    <div className="hero sb-unstyled">
      <div>
        <p className="hero-kicker">authjs-bink</p>
        <h1>Sign in with Bink</h1>
        <p>A sign-in button and a verification badge for Auth.js apps.</p>
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
