import { BinkError } from "../errors.js"
import type { BinkProfile } from "../profile/profile.js"
import type { BinkClient, ConsentDecision } from "./options.js"

/** Lifetime of an authorization code in seconds. @see RFC 6749 §4.1.2, which recommends 10 minutes at most */
export const CODE_LIFETIME = 600

/** A valid authorization request. */
export interface AuthorizationRequest {
  client: BinkClient
  redirectUri: string
  state: string | null
  codeChallenge: string | null
  /** Id, username or email address of the user whom the app expects. */
  loginHint: string | null
}

/** A sign-in that has started and has no consent decision yet. */
export interface Transaction {
  request: AuthorizationRequest
  /** Id of the browser that opened the login page. */
  browser: string
  /** Id of the user who was chosen on the login page. */
  userId: string | null
}

/** An authorization code. It stays in the store after its use, so that a second use is detected. */
export interface AuthorizationCode {
  userId: string
  clientId: string
  redirectUri: string
  codeChallenge: string | null
  /** Epoch milliseconds. */
  expiresAt: number
  /** The access token that the code was exchanged for. */
  accessToken: string | null
}

/** An OAuth access token. */
export interface AccessToken {
  /** Identifies the token on pages, which never show the token itself. */
  id: string
  userId: string
  clientId: string
  /** Epoch milliseconds. */
  expiresAt: number
}

/** A personal access token. It does not expire. */
export interface PersonalAccessToken {
  /** Identifies the token on pages, which show the token itself once. */
  id: string
  userId: string
  name: string
  /** Epoch milliseconds. */
  createdAt: number
}

/**
 * A map with a size limit. An entry above the limit removes the oldest entry, so that long runs and load tests do not
 * fill the memory.
 */
class BoundedMap<Key, Value> extends Map<Key, Value> {
  override set(key: Key, value: Value): this {
    super.set(key, value)
    if (this.size > 10_000) this.delete(this.keys().next().value as Key)
    return this
  }
}

/** Everything that sign-ins and the admin actions create or change. */
export class Store {
  readonly transactions = new BoundedMap<string, Transaction>()
  readonly codes = new BoundedMap<string, AuthorizationCode>()
  readonly accessTokens = new BoundedMap<string, AccessToken>()
  readonly personalAccessTokens = new BoundedMap<string, PersonalAccessToken>()
  /** Ids of the users who are signed in to Bink, by browser. */
  readonly sessions = new BoundedMap<string, string>()
  /** Personal access tokens that were created but not shown yet, by browser. */
  readonly unshownTokens = new BoundedMap<string, string>()
  /** Users that were changed, complete, by id. */
  readonly changedUsers = new Map<string, BinkProfile>()
  /** Consent decisions that replace those of the seed, by user id. */
  readonly consent = new Map<string, ConsentDecision>()
  /** Replaces `signedInAs` of the seed if set. */
  signedInAs: { userId: string | null } | null = null

  /** Revokes a token by its id. With `ownerId`, revokes only a personal access token of that user. */
  revokeToken(id: string, ownerId?: string): void {
    for (const [token, entry] of this.personalAccessTokens) {
      if (entry.id === id && (ownerId === undefined || entry.userId === ownerId)) {
        this.personalAccessTokens.delete(token)
      }
    }
    if (ownerId !== undefined) return
    for (const [token, entry] of this.accessTokens) if (entry.id === id) this.accessTokens.delete(token)
  }

  clear(): void {
    this.transactions.clear()
    this.codes.clear()
    this.accessTokens.clear()
    this.personalAccessTokens.clear()
    this.sessions.clear()
    this.unshownTokens.clear()
    this.changedUsers.clear()
    this.consent.clear()
    this.signedInAs = null
  }
}

/** The emulator's time: the `now` option plus the time that {@link Clock.advance} added. */
export class Clock {
  #offset = 0
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#now() + this.#offset
  }

  /** @throws BinkError `invalid_option` */
  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) {
      throw new BinkError(
        "invalid_option",
        "Invalid time: advance() needs a number of milliseconds, 0 or more. " +
          "The clock cannot go back. Call reset() to start over.",
      )
    }
    this.#offset += ms
  }

  reset(): void {
    this.#offset = 0
  }
}

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/**
 * Generates codes, tokens and ids of letters and digits. Without an underscore, no OAuth access token looks like a
 * personal access token (`bink_…`). A counter at the end keeps the values unique if `random` repeats itself.
 */
export class TokenGenerator {
  #count = 0
  readonly #random: () => number

  constructor(random: () => number = cryptoRandom) {
    this.#random = random
  }

  generate(length = 32): string {
    let text = ""
    for (let i = 0; i < length; i++) text += ALPHABET[Math.floor(this.#random() * ALPHABET.length)] ?? "0"
    return text + (this.#count++).toString(36)
  }

  reset(): void {
    this.#count = 0
  }
}

function cryptoRandom(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32
}
