import { errorReference } from "../errors.js"
import { type BinkProfile, parseProfile } from "../profile/profile.js"
import type { Account, AuthConfig, SignInParams } from "./auth-config.js"
import { type BinkIdentity, epochSeconds, parseIdentity, toIdentity } from "./identity.js"
import { warn } from "./logger.js"

interface Adapter {
  createUser?: (user: object) => Promise<unknown>
  updateUser?: (user: object) => Promise<unknown>
  getUser?: (id: string) => Promise<unknown>
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
  // An object for JSON columns, text for databases that cannot bind an object (SQLite). Keeps the format that worked.
  let formats: ((identity: BinkIdentity) => unknown)[] = [(identity) => identity, JSON.stringify]
  /** Id of the latest user whose identity was stored and not read since. */
  let unread: string | undefined

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
      const identity = toIdentity(profile, epochSeconds())
      const failures: unknown[] = []
      for (const format of formats) {
        try {
          if (await write(user.id, identity, format)) {
            formats = [format]
            unread = user.id
            return
          }
        } catch (error) {
          failures.push(error)
        }
      }
      warn(config.logger, notKept(failures[0]))
    },

    /** Reads the identity of a session's user. Logs if the adapter's `getSessionAndUser` leaves out what was stored. */
    read(user: { id?: unknown; bink?: unknown } | undefined): BinkIdentity | undefined {
      const identity = parseIdentity(user?.bink)
      if (unread !== undefined && user?.id === unread) {
        unread = undefined
        if (!identity) warn(config.logger, notKept(undefined))
      }
      return identity
    },
  }

  /** Writes the column, and returns `true` if it can be read back. Some adapters return their input. */
  async function write(
    id: string | undefined,
    identity: BinkIdentity,
    format: (identity: BinkIdentity) => unknown,
  ): Promise<boolean> {
    const updated = await adapter.updateUser?.({ id, bink: format(identity) })
    const row = id && adapter.getUser ? await adapter.getUser(id) : updated
    const stored = parseIdentity((row as { bink?: unknown } | null | undefined)?.bink)
    return stored?.id === identity.id && stored.checkedAt === identity.checkedAt
  }
}

function notKept(failure: unknown): string {
  // Only the name: a database error's message may quote the user's data.
  const errorName = failure === undefined ? "" : ` (${failure instanceof Error ? failure.name : "Error"})`
  return (
    `bink_not_kept: the database did not keep the Bink identity of a user who signed in${errorName}. ` +
    "session.user.bink is missing or outdated. Add a nullable JSON or text column `bink` to the users table, and check that the adapter's " +
    "updateUser writes it and getSessionAndUser returns it, or remove persist: true from withBink. " +
    `See ${errorReference("bink_not_kept")}`
  )
}
