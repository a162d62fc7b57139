import type { BinkProfile } from "../profile/profile.js"
import type { EmulatorState } from "./context.js"
import type { ConsentDecision } from "./options.js"

/** Finds a user by id, then by username, then by email address. */
export function findUser({ seed }: EmulatorState, hint: string): BinkProfile | undefined {
  const users = [...seed.users.values()]
  return (
    seed.users.get(hint) ??
    users.find(({ username }) => username === hint) ??
    users.find(({ email }) => email === hint)
  )
}

/** Returns whether the user's consent page is shown, approved or denied. */
export function consentDecision({ store, seed }: EmulatorState, userId: string): ConsentDecision {
  return store.consent.get(userId) ?? seed.consent.get(userId) ?? "ask"
}

/** Returns the user who skips the login page. */
export function signedInUser({ store, seed }: EmulatorState): BinkProfile | undefined {
  const id = store.signedInAs ? store.signedInAs.userId : seed.signedInAs
  return id === null ? undefined : seed.users.get(id)
}
