import { BinkError } from "../errors.js"
import type { BinkProfile } from "../profile/profile.js"
import type { Emulation } from "./emulation.js"
import type { ConsentDecision } from "./options.js"

/** The person someone means by an id, a username or an e-mail address, in that order. */
export function personBy(bink: Emulation, hint: string): BinkProfile | undefined {
  const people = [...bink.seed.people.values()]
  return (
    bink.seed.people.get(hint) ??
    people.find(({ username }) => username === hint) ??
    people.find(({ email }) => email === hint)
  )
}

/** The same, where there has to be one. */
export function findPerson(bink: Emulation, hint: unknown): BinkProfile {
  const person = typeof hint === "string" ? personBy(bink, hint) : undefined
  if (person) return person
  throw new BinkError(
    "invalid_option",
    "There is no such person in the emulator, so nothing was changed. Name one by id, username or e-mail address. " +
      `The ids are: ${[...bink.seed.people.keys()].join(", ")}.`,
  )
}

/** From now on a person's consent screen is shown, or answered for them. */
export function decideFor(bink: Emulation, person: BinkProfile, decision: unknown): void {
  if (decision !== "ask" && decision !== "approve" && decision !== "deny") {
    throw new BinkError("invalid_option", 'A decision is "ask", "approve" or "deny". Nothing was changed.')
  }
  bink.store.consent.set(person.id, decision satisfies ConsentDecision)
}

/** From now on this person skips the login page; `null` shows it again. */
export function signInAs(bink: Emulation, person: BinkProfile | null): void {
  bink.store.signedInAs = { personId: person?.id ?? null }
}

/** What becomes of a person's consent screen. */
export function consentOf(bink: Emulation, person: BinkProfile): ConsentDecision {
  return bink.store.consent.get(person.id) ?? bink.seed.consent.get(person.id) ?? "ask"
}

/** Who skips the login page. */
export function whoIsSignedIn(bink: Emulation): BinkProfile | undefined {
  const id = bink.store.signedInAs ? bink.store.signedInAs.personId : bink.seed.signedInAs
  return id === null ? undefined : bink.seed.people.get(id)
}
