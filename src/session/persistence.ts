import { readMore } from "../errors.js"
import { type BinkProfile, parseProfile } from "../protocol/profile.js"
import type { Account, AuthConfig, SignInParams } from "./auth-config.js"
import { epochSeconds, parseIdentity, toIdentity } from "./identity.js"
import { warn } from "./logger.js"

interface Adapter {
  createUser?: (user: object) => Promise<unknown>
  updateUser?: (user: object) => Promise<unknown>
}

/** Whether sessions are rows of a database. What Auth.js decides by itself is decided here likewise. */
export function hasDatabaseSessions({ adapter, session }: AuthConfig): boolean {
  return Boolean(adapter) && (session?.strategy ?? "database") === "database"
}

/**
 * Keeps the identity of whoever signs in through Bink in the `bink` column of their user.
 *
 * Only the event knows the user's id in the database, and only the callback is given Bink's own profile by both
 * versions: v4 hands the event what became of it. The account is the same object in both, and ties the two.
 */
export function createPersistence(config: AuthConfig, isBink: (provider: string) => boolean) {
  const adapter = config.adapter as Adapter
  const { createUser } = adapter
  const profiles = new WeakMap<Account, BinkProfile>()

  return {
    /** Nobody enters with an identity that another provider's profile made up: only `store` writes one. */
    adapter: {
      ...adapter,
      ...(createUser && { createUser: ({ bink: _, ...user }: { bink?: unknown }) => createUser(user) }),
    },

    note({ account, profile }: SignInParams): void {
      const person = account && isBink(account.provider) ? parseProfile(profile) : null
      if (account && person) profiles.set(account, person)
    },

    /** Never throws: the person has signed in by now, and comes to no harm by an identity that is not kept. */
    async store({ user, account }: SignInParams): Promise<void> {
      const profile = account && profiles.get(account)
      if (!profile) return
      const bink = toIdentity(profile, epochSeconds())
      try {
        const stored = await adapter.updateUser?.({ id: user.id, bink })
        if (!parseIdentity((stored as { bink?: unknown } | undefined)?.bink)) warn(config.logger, notKept())
      } catch (error) {
        // The error itself may quote the person's data, as database errors do.
        warn(config.logger, notKept(error instanceof Error ? error.name : "Error"))
      }
    },
  }
}

function notKept(reason?: string): string {
  return (
    `bink_not_kept: someone signed in with Bink, but the database did not take their identity${reason ? ` (${reason})` : ""}, ` +
    "so session.user.bink stays empty or old. Add a nullable JSON column `bink` to the users table, and see that the adapter's " +
    `updateUser writes it, or take persist: true out of withBink. See ${readMore("bink_not_kept")}`
  )
}
