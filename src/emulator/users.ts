import { BinkError } from "../errors.js"
import type { BinkProfile } from "../profile/profile.js"
import type { EmulatorState } from "./context.js"
import type { ConsentDecision } from "./options.js"
import { checkUserChanges } from "./seed.js"

/** Returns a user by id, with the changes since the start. */
export function getUser(
  { store, seed }: EmulatorState,
  id: string | null | undefined,
): BinkProfile | undefined {
  return store.changedUsers.get(id ?? "") ?? seed.users.get(id ?? "")
}

/** Returns all users, with the changes since the start, in the order of the seed. */
export function listUsers({ store, seed }: EmulatorState): BinkProfile[] {
  return [...seed.users.values()].map((user) => store.changedUsers.get(user.id) ?? user)
}

/**
 * Changes a user until the next reset, and returns the user.
 *
 * @throws BinkError `invalid_option` for an unknown id, an unknown field or an invalid value
 */
export function updateUser(emulator: EmulatorState, id: unknown, changes: unknown): BinkProfile {
  const user = typeof id === "string" ? getUser(emulator, id) : undefined
  if (!user) throw unknownUser(emulator, "Use an id.")
  const changed = { ...user, ...checkUserChanges(user, changes) }
  emulator.store.changedUsers.set(user.id, changed)
  return { ...changed }
}

/** Returns the error for a user that does not exist. It names the known ids. */
export function unknownUser({ seed }: EmulatorState, fix: string): BinkError {
  return new BinkError(
    "invalid_option",
    `Unknown user. ${fix} Known ids: ${[...seed.users.keys()].join(", ")}.`,
  )
}

/** Finds a user by id, then by username, then by email address. */
export function findUser(emulator: EmulatorState, hint: string): BinkProfile | undefined {
  const users = listUsers(emulator)
  return (
    getUser(emulator, hint) ??
    users.find(({ username }) => username === hint) ??
    users.find(({ email }) => email === hint)
  )
}

/** Returns whether the user's consent page is shown, approved or denied. */
export function consentDecision({ store, seed }: EmulatorState, userId: string): ConsentDecision {
  return store.consent.get(userId) ?? seed.consent.get(userId) ?? "ask"
}

/** Returns the user who skips the login page. */
export function signedInUser(emulator: EmulatorState): BinkProfile | undefined {
  const { store, seed } = emulator
  return getUser(emulator, store.signedInAs ? store.signedInAs.userId : seed.signedInAs)
}
