import { VerificationBadge } from "authjs-bink/react"
import type { Session } from "next-auth"

/** What to call someone: Bink promises an id, and may know nothing else of them. */
export function nameOf({ name, email }: NonNullable<Session["user"]>) {
  return name ?? email ?? "Someone without a name"
}

/** A person's name, and the badge beside it. */
export function Name({ user }: { user: NonNullable<Session["user"]> }) {
  return (
    <span className="name">
      {nameOf(user)} <VerificationBadge verificationLevel={user.bink?.verificationLevel} />
    </span>
  )
}
