import type { BinkIdentity } from "authjs-bink"
import { VerificationBadge } from "authjs-bink/react"
import { signInWithBink } from "../app/actions"

const REQUIREMENTS = {
  1: { title: "Verified members only", badge: "a blue or gold badge" },
  2: { title: "Trusted members only", badge: "the gold badge" },
} as const

const STATUS = {
  0: "Your Bink account is not verified.",
  1: "Your Bink account is passkey-verified.",
  2: "",
} as const

/** Shown to a signed-in user whose verification level is too low for a page. */
export function AccessDenied({
  level,
  bink,
  path,
}: {
  level: 1 | 2
  bink: BinkIdentity | undefined
  path: string
}) {
  const { title, badge } = REQUIREMENTS[level]
  return (
    <section className="card message">
      <p className="badge unavailable">
        <VerificationBadge verificationLevel={level} size={40} decorative />
      </p>
      <h1>{title}</h1>
      <p>
        {STATUS[bink?.verificationLevel ?? 0]} This page requires {badge}. Sign in again if your badge has
        changed.
      </p>
      <form action={signInWithBink.bind(null, path)}>
        <button type="submit" className="button">
          Sign in again
        </button>
      </form>
    </section>
  )
}
