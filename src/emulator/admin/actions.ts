import { BinkError } from "../../errors.js"
import type { EmulatorState } from "../context.js"
import type { Fault } from "../faults/faults.js"
import { findUser, unknownUser } from "../users.js"

/*
 * Everything that a test can change in a running emulator. The HTTP API and the inspector's forms both call these
 * functions with unchecked input.
 */

/**
 * Adds a fault and returns its id.
 *
 * @throws BinkError `invalid_fault`
 */
export function addFault({ faults }: EmulatorState, fault: unknown): string {
  return faults.put(fault as Fault)
}

/** Removes a fault. Returns `false` for an unknown id. */
export function removeFault({ faults }: EmulatorState, id: string): boolean {
  return faults.remove(id)
}

/** Removes all faults. */
export function clearFaults({ faults }: EmulatorState): void {
  faults.clear()
}

/**
 * Advances the clock and returns the new time in epoch milliseconds.
 *
 * @throws BinkError `invalid_option`
 */
export function advanceClock({ clock }: EmulatorState, ms: unknown): number {
  clock.advance(ms as number)
  return clock.now()
}

/**
 * Sets whether a user's consent page is shown, approved or denied.
 *
 * @param user Id, username or email address.
 * @throws BinkError `invalid_option`
 */
export function setConsent(emulator: EmulatorState, user: unknown, decision: unknown): void {
  const { id } = requireUser(emulator, user)
  if (decision !== "ask" && decision !== "approve" && decision !== "deny") {
    throw new BinkError("invalid_option", 'Invalid decision: it must be "ask", "approve" or "deny".')
  }
  emulator.store.consent.set(id, decision)
}

/**
 * Sets the user who skips the login page.
 *
 * @param user Id, username or email address, or `null` to show the login page.
 * @throws BinkError `invalid_option`
 */
export function signInAs(emulator: EmulatorState, user: unknown): void {
  emulator.store.signedInAs = { userId: user === null ? null : requireUser(emulator, user).id }
}

/** Revokes an access token or a personal access token by its id. */
export function revokeToken({ store }: EmulatorState, id: string): void {
  store.revokeToken(id)
}

/** Restores the seed. */
export function reset(emulator: EmulatorState): void {
  emulator.reset()
}

function requireUser(emulator: EmulatorState, hint: unknown) {
  const user = typeof hint === "string" ? findUser(emulator, hint) : undefined
  if (user) return user
  throw unknownUser(emulator, "Use an id, a username or an email address.")
}
