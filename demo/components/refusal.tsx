import type { BinkIdentity } from "authjs-bink"
import { VerificationBadge } from "authjs-bink/react"
import { signInWithBink } from "../app/actions"

const NEEDED = {
  1: { people: "verified people", badge: "a blue or a gold badge" },
  2: { people: "trusted people", badge: "the gold badge" },
} as const

const STANDING = {
  0: "Bink has not verified you yet.",
  1: "You are passkey-verified, which is one step short.",
  2: "",
} as const

/** What someone reads who is signed in, but not verified as far as a page asks: what is missing, and what to do. */
export function Refusal({
  level,
  bink,
  path,
}: {
  level: 1 | 2
  bink: BinkIdentity | undefined
  path: string
}) {
  const { people, badge } = NEEDED[level]
  return (
    <section className="card room">
      <p className="emblem dimmed">
        <VerificationBadge verificationLevel={level} size={40} decorative />
      </p>
      <h1>This page is for {people}</h1>
      <p>
        {STANDING[bink?.verificationLevel ?? 0]} It takes {badge} to come in. Once you have it on Bink, sign
        in again: we learn of it then.
      </p>
      <form action={signInWithBink.bind(null, path)}>
        <button type="submit" className="button">
          Sign in again
        </button>
      </form>
    </section>
  )
}
