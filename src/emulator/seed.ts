import { BinkError } from "../errors.js"
import { PROFILE_FIELDS } from "../profile/fields.js"
import { type BinkProfile, PROFILE_FIELD_NAMES } from "../profile/profile.js"
import { DEFAULT_CLIENT, DEFAULT_USERS } from "./defaults.js"
import type { BinkClient, BinkEmulatorOptions, ConsentDecision } from "./options.js"

/** The data that an emulator starts with, checked and complete. */
export interface Seed {
  users: ReadonlyMap<string, BinkProfile>
  clients: ReadonlyMap<string, BinkClient>
  /** Personal access tokens and their owners' ids. */
  tokens: ReadonlyMap<string, string>
  /** Consent decisions by user id. */
  consent: ReadonlyMap<string, ConsentDecision>
  /** Id of the user who skips the login page. */
  signedInAs: string | null
}

/**
 * Checks the options, which may come from a JSON file, and adds the defaults.
 *
 * @throws BinkError `invalid_seed`. The message has the path of the invalid value.
 */
export function createSeed(options: BinkEmulatorOptions): Seed {
  const users = indexBy("id", "users", options.users ?? DEFAULT_USERS, checkUser)
  const clients = indexBy("clientId", "clients", options.clients ?? [DEFAULT_CLIENT], checkClient)

  const tokens = entriesOf("tokens", options.tokens)
  for (const [token, userId] of tokens) {
    // The token is not quoted: it may be a real one, pasted by mistake.
    if (!/^bink_[A-Za-z0-9._~+/-]+=*$/.test(token)) {
      throw invalid(
        "tokens",
        'has a key that is not a personal access token: "bink_", then letters and digits',
      )
    }
    checkUserId(users, "tokens", userId)
  }
  const consent = entriesOf("consent", options.consent)
  for (const [userId, decision] of consent) {
    checkUserId(users, "consent", userId)
    if (decision !== "ask" && decision !== "approve" && decision !== "deny") {
      throw invalid(`consent.${userId}`, 'must be "ask", "approve" or "deny"')
    }
  }
  const signedInAs = options.signedInAs ?? null
  if (signedInAs !== null) checkUserId(users, "signedInAs", signedInAs)
  return {
    users,
    clients,
    tokens: tokens as Map<string, string>,
    consent: consent as Map<string, ConsentDecision>,
    signedInAs,
  }
}

/** Returns an avatar that is a path of the emulator, such as `/avatars/<id>.svg`, as an absolute URL. */
export function resolveAvatar(avatar: string | null, baseUrl: string): string | null {
  return avatar !== null && /^\/(?!\/)/.test(avatar) ? baseUrl + avatar : avatar
}

/** Checks each item of a list and returns the items by their key. */
function indexBy<Key extends string, Item extends Record<Key, string>>(
  key: Key,
  name: string,
  list: readonly Item[],
  check: (path: string, item: Record<string, unknown>) => void,
): Map<string, Item> {
  if (!Array.isArray(list)) throw invalid(name, "must be a list")
  const index = new Map<string, Item>()
  for (const [i, item] of list.entries()) {
    const path = `${name}[${i}]`
    if (typeof item !== "object" || item === null) throw invalid(path, "must be an object")
    if (typeof item[key] !== "string" || item[key].trim() === "") {
      throw invalid(`${path}.${key}`, "must be a non-empty string")
    }
    if (index.has(item[key])) throw invalid(`${path}.${key}`, "is a duplicate: it must be unique")
    check(path, item)
    index.set(item[key], structuredClone(item))
  }
  return index
}

/**
 * Checks changes of a user, which may come from a request.
 *
 * @throws BinkError `invalid_option`
 */
export function checkUserChanges(user: BinkProfile, changes: unknown): Partial<BinkProfile> {
  const given = Object(changes) as Record<string, unknown>
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(PROFILE_FIELDS, name)) {
      throw invalidChange(`it has an unknown field. Use ${PROFILE_FIELD_NAMES.slice(1).join(", ")}`)
    }
  }
  if ("id" in given && given.id !== user.id) throw invalidChange("id cannot change")
  const problem = findProblem({ ...user, ...given })
  if (problem) throw invalidChange(problem)
  return structuredClone(given)
}

function checkUser(path: string, user: Record<string, unknown>): void {
  const problem = findProblem(user)
  if (problem) throw invalid(`${path}.${problem}`)
}

/** Returns what is wrong with a user, such as `plan must be …`. */
function findProblem(user: Record<string, unknown>): string | undefined {
  const { avatar } = user
  const resolved: Record<string, unknown> = {
    ...user,
    avatar: typeof avatar === "string" ? resolveAvatar(avatar, "http://localhost") : avatar,
  }
  for (const name of PROFILE_FIELD_NAMES) {
    const { isDocumented, expected } = PROFILE_FIELDS[name]
    const hint = name === "avatar" ? ', or a path such as "/avatars/<id>.svg"' : ""
    if (!isDocumented(resolved[name])) return `${name} must be ${expected}${hint}`
  }
  return undefined
}

function checkClient(path: string, client: Record<string, unknown>): void {
  for (const field of ["clientSecret", "name"]) {
    if (typeof client[field] !== "string" || client[field] === "") {
      throw invalid(`${path}.${field}`, "must be a non-empty string")
    }
  }
  if (!Array.isArray(client.redirectUris) || client.redirectUris.length === 0) {
    throw invalid(`${path}.redirectUris`, "must be a list of at least one URL")
  }
  for (const [i, uri] of client.redirectUris.entries()) {
    // Absolute, without a fragment (RFC 6749 §3.1.2), and valid in a Location header.
    const isUsable =
      typeof uri === "string" && /^[\x21-\x7e]+$/.test(uri) && URL.canParse(uri) && !uri.includes("#")
    if (!isUsable || /^(javascript|data|vbscript):/i.test(uri)) {
      throw invalid(
        `${path}.redirectUris[${i}]`,
        'must be an absolute URL without a fragment, such as "http://localhost:3000/api/auth/callback/bink"',
      )
    }
  }
}

function entriesOf(name: string, record: unknown): Map<string, unknown> {
  if (record === undefined) return new Map()
  if (typeof record !== "object" || record === null || Array.isArray(record)) {
    throw invalid(name, "must be an object")
  }
  return new Map(Object.entries(record))
}

function checkUserId(users: ReadonlyMap<string, BinkProfile>, path: string, userId: unknown): void {
  if (typeof userId === "string" && users.has(userId)) return
  const given = typeof userId === "string" ? JSON.stringify(userId) : "not a string"
  throw invalid(path, `has an unknown user id: ${given}. Known ids: ${[...users.keys()].join(", ")}`)
}

function invalid(path: string, problem = ""): BinkError {
  return new BinkError("invalid_seed", `Invalid seed: ${[path, problem].join(" ").trim()}.`)
}

function invalidChange(problem: string): BinkError {
  return new BinkError("invalid_option", `Invalid change of a user: ${problem}.`)
}
