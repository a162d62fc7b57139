import { errorReference } from "../errors.js"
import { type BinkProfile, parseProfile } from "../profile/profile.js"
import type { Account, AuthConfig, SignInParams } from "./auth-config.js"
import { epochSeconds, parseIdentity, toIdentity } from "./identity.js"
import { warn } from "./logger.js"

interface Adapter {
  createUser?: (user: object) => Promise<unknown>
  updateUser?: (user: object) => Promise<unknown>
}

/** Returns `true` if the config uses database sessions, by the same rule as Auth.js. */
export function hasDatabaseSessions({ adapter, session }: AuthConfig): boolean {
  return Boolean(adapter) && (session?.strategy ?? "database") === "database"
}

/**
 * Stores the identity of a user who signs in with Bink in the `bink` column of the users table.
 *
 * Only the `signIn` event has the user's id in the database. Only the `signIn` callback has Bink's own profile in both
 * versions, because NextAuth 4 passes the mapped one to the event. Both receive the same `account` object.
 */
export function createPersistence(config: AuthConfig, isBink: (provider: string) => boolean) {
  const adapter = config.adapter as Adapter
  const { createUser } = adapter
  const profiles = new WeakMap<Account, BinkProfile>()

  return {
    /** Ignores a `bink` that another provider's `profile` added to a new user. Only `store` writes the column. */
    adapter: {
      ...adapter,
      ...(createUser && { createUser: ({ bink: _, ...user }: { bink?: unknown }) => createUser(user) }),
    },

    /** Keeps the profile of the `signIn` callback until the `signIn` event. */
    rememberProfile({ account, profile: rawProfile }: SignInParams): void {
      const profile = account && isBink(account.provider) ? parseProfile(rawProfile) : null
      if (account && profile) profiles.set(account, profile)
    },

    /** Stores the identity. Logs a failure and does not throw, because the user is signed in by now. */
    async store({ user, account }: SignInParams): Promise<void> {
      const profile = account && profiles.get(account)
      if (!profile) return
      const bink = toIdentity(profile, epochSeconds())
      try {
        const stored = await adapter.updateUser?.({ id: user.id, bink })
        if (!parseIdentity((stored as { bink?: unknown } | undefined)?.bink)) warn(config.logger, notKept())
      } catch (error) {
        // Only the name: a database error's message may quote the user's data.
        warn(config.logger, notKept(error instanceof Error ? error.name : "Error"))
      }
    },
  }
}

function notKept(errorName?: string): string {
  return (
    `bink_not_kept: the database did not store the Bink identity of a user who signed in${errorName ? ` (${errorName})` : ""}. ` +
    "session.user.bink is missing or outdated. Add a nullable JSON column `bink` to the users table, and check that the adapter's " +
    `updateUser writes it, or remove persist: true from withBink. See ${errorReference("bink_not_kept")}`
  )
}
