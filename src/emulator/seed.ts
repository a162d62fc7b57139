import { BinkError } from "../errors.js"
import { type BinkProfile, PROFILE_FIELDS } from "../profile/profile.js"
import { DEFAULT_CLIENTS, DEFAULT_PEOPLE } from "./default-seed.js"
import type { BinkClient, BinkEmulatorOptions, ConsentDecision } from "./options.js"

/** Who and what the emulator starts with, found in order. */
export interface Seed {
  people: ReadonlyMap<string, BinkProfile>
  clients: ReadonlyMap<string, BinkClient>
  /** Personal access tokens, each with the id of the person whose it is. */
  tokens: ReadonlyMap<string, string>
  consent: ReadonlyMap<string, ConsentDecision>
  signedInAs: string | null
}

/**
 * Checks a seed, which may come from a JSON file, and fills in what is left out.
 *
 * @throws BinkError `invalid_seed`, naming the entry and what it should be
 */
export function plantSeed(options: BinkEmulatorOptions): Seed {
  const people = index("users", options.users ?? DEFAULT_PEOPLE, "id", checkPerson)
  const clients = index("clients", options.clients ?? DEFAULT_CLIENTS, "clientId", checkClient)

  const tokens = entries("tokens", options.tokens)
  for (const [token, personId] of tokens) {
    // The token itself is not quoted: it may be a real one, pasted by mistake.
    if (!/^bink_[A-Za-z0-9._~+/-]+=*$/.test(token)) {
      throw broken("tokens", 'has a key that is no personal access token: "bink_", then letters and digits')
    }
    known(people, "tokens", personId)
  }
  const consent = entries("consent", options.consent)
  for (const [personId, decision] of consent) {
    known(people, "consent", personId)
    if (decision !== "ask" && decision !== "approve" && decision !== "deny") {
      throw broken(`consent.${personId}`, 'must be "ask", "approve" or "deny"')
    }
  }
  const signedInAs = options.signedInAs ?? null
  if (signedInAs !== null) known(people, "signedInAs", signedInAs)
  return {
    people,
    clients,
    tokens: tokens as Map<string, string>,
    consent: consent as Map<string, ConsentDecision>,
    signedInAs,
  }
}

function index<Key extends string, Entry extends Record<Key, string>>(
  list: string,
  entriesGiven: readonly Entry[],
  key: Key,
  check: (at: string, entry: Record<string, unknown>) => void,
): Map<string, Entry> {
  if (!Array.isArray(entriesGiven)) throw broken(list, "must be a list")
  const found = new Map<string, Entry>()
  for (const [i, entry] of entriesGiven.entries()) {
    const at = `${list}[${i}]`
    if (typeof entry !== "object" || entry === null) throw broken(at, "must be an object")
    if (typeof entry[key] !== "string" || entry[key].trim() === "") {
      throw broken(`${at}.${key}`, "must be a text that is not empty: everything else is found by it")
    }
    if (found.has(entry[key])) throw broken(`${at}.${key}`, "is there twice: each must be its own")
    check(at, entry)
    found.set(entry[key], structuredClone(entry))
  }
  return found
}

function checkPerson(at: string, person: Record<string, unknown>): void {
  for (const field of ["name", "email", "username", "avatar"]) {
    if (person[field] !== null && typeof person[field] !== "string") {
      throw broken(`${at}.${field}`, "must be a text, or null: Bink always sends the field")
    }
  }
  if (typeof person.avatar === "string" && !/^(https?:\/\/|\/(?!\/))/.test(person.avatar)) {
    throw broken(`${at}.avatar`, 'must be an http(s) address, or a path such as "/avatars/<id>.svg", or null')
  }
  if (!PROFILE_FIELDS.plan.isDocumented(person.plan)) {
    throw broken(`${at}.plan`, 'must be "FREE", "VERIFIED" or "BUSINESS"')
  }
  if (![0, 1, 2].includes(person.verificationLevel as number)) {
    throw broken(`${at}.verificationLevel`, "must be the number 0, 1 (blue badge) or 2 (gold badge)")
  }
}

function checkClient(at: string, client: Record<string, unknown>): void {
  for (const field of ["clientSecret", "name"]) {
    if (typeof client[field] !== "string" || client[field] === "") {
      throw broken(`${at}.${field}`, "must be a text that is not empty")
    }
  }
  if (!Array.isArray(client.redirectUris) || client.redirectUris.length === 0) {
    throw broken(`${at}.redirectUris`, "must be a list with at least one callback address")
  }
  for (const [i, uri] of client.redirectUris.entries()) {
    // Absolute and without a fragment (RFC 6749 §3.1.2), and fit for a Location header.
    const isUsable =
      typeof uri === "string" && /^[\x21-\x7e]+$/.test(uri) && URL.canParse(uri) && !uri.includes("#")
    if (!isUsable || /^(javascript|data|vbscript):/i.test(uri)) {
      throw broken(
        `${at}.redirectUris[${i}]`,
        'must be an absolute address without a fragment, such as "http://localhost:3000/api/auth/callback/bink"',
      )
    }
  }
}

function entries(name: string, record: unknown): Map<string, unknown> {
  if (record === undefined) return new Map()
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw broken(name, "must be an object")
  }
  return new Map(Object.entries(record))
}

function known(people: ReadonlyMap<string, BinkProfile>, at: string, personId: unknown): void {
  if (typeof personId === "string" && people.has(personId)) return
  const named = typeof personId === "string" ? JSON.stringify(personId) : "something that is no text"
  throw broken(
    at,
    `names a person who is not among the users: ${named}. The ids are: ${[...people.keys()].join(", ")}`,
  )
}

function broken(at: string, problem: string): BinkError {
  return new BinkError(
    "invalid_seed",
    `The emulator's seed cannot be used: ${at} ${problem}. Nothing was started. Mend it and try again.`,
  )
}
