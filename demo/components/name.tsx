import { VerificationBadge } from "authjs-bink/react"
import type { User } from "next-auth"

/** A person's name, and the badge beside it. Bink promises an id alone, so there may be no name. */
export function Name({ user }: { user: User }) {
  return (
    <>
      {user.name ?? "Someone"} <VerificationBadge verificationLevel={user.bink?.verificationLevel} />
    </>
  )
}
