import { VerificationBadge } from "authjs-bink/react"
import type { User } from "next-auth"

/** A user's name with the verification badge. Bink's `name` and `username` can both be `null`. */
export function UserName({ user }: { user: User }) {
  return (
    <>
      {user.name ?? "Unnamed user"} <VerificationBadge verificationLevel={user.bink?.verificationLevel} />
    </>
  )
}
