import type { AuthorizationRequest } from "./authorization-request.js"
import { BoundedMap } from "./bounded-map.js"
import type { ConsentDecision } from "./options.js"

/** How long an authorization code lives: the most that RFC 6749 §4.1.2 recommends. */
export const CODE_LIFETIME = 600_000

/** How long an access token lives, in seconds, as Bink documents it. */
export const TOKEN_LIFETIME = 3_600

/** A sign-in between the app's request and the person's answer. */
export interface Transaction {
  request: AuthorizationRequest
  /** The browser that was given the forms. */
  browser: string
  /** Who was picked on the login page. */
  personId: string | null
}

/** What an authorization code stands for. It stays after use, so that a replay is known as one. */
export interface Grant {
  personId: string
  clientId: string
  redirectUri: string
  codeChallenge: string | null
  expiresAt: number
  /** What the code was exchanged for. */
  accessToken: string | null
}

/** An access token from a sign-in. */
export interface AccessToken {
  /** What it is called on pages, which never show a token. */
  id: string
  personId: string
  clientId: string
  expiresAt: number
}

/** A personal access token. */
export interface PersonalToken {
  id: string
  personId: string
  name: string
  createdAt: number
}

/** Everything that comes and goes while the emulator runs. */
export class Store {
  readonly transactions = new BoundedMap<string, Transaction>()
  readonly grants = new BoundedMap<string, Grant>()
  readonly accessTokens = new BoundedMap<string, AccessToken>()
  readonly personalTokens = new BoundedMap<string, PersonalToken>()
  /** Who is signed in to Bink itself, by browser. */
  readonly sessions = new BoundedMap<string, string>()
  /** Personal access tokens that were just made, by browser, until they have been shown. */
  readonly freshTokens = new BoundedMap<string, string>()
  /** How consent screens are answered, by person, where that was changed after the start. */
  readonly consent = new Map<string, ConsentDecision>()
  /** Who skips the login page, where that was changed after the start. */
  signedInAs: { personId: string | null } | null = null

  clear(): void {
    this.transactions.clear()
    this.grants.clear()
    this.accessTokens.clear()
    this.personalTokens.clear()
    this.sessions.clear()
    this.freshTokens.clear()
    this.consent.clear()
    this.signedInAs = null
  }
}
