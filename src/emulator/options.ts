import type { BinkProfile } from "../profile/profile.js"
import type { Faults } from "./faults/faults.js"
import type { LoggedRequest } from "./http/request-log.js"

/** An app that is registered with the emulator. */
export interface BinkClient {
  /** `client_id` of the app. */
  clientId: string
  /** `client_secret` of the app. */
  clientSecret: string
  /** Name of the app on the login and consent pages. */
  name: string
  /**
   * Registered redirect URIs. The app's `redirect_uri` must match one of them exactly, as Bink documents it. Only in the
   * emulator, an entry that ends in `/*`, such as `http://localhost:3000/*`, matches every path.
   */
  redirectUris: readonly string[]
}

/** What the emulator does instead of showing the consent page: nothing, approve or deny. */
export type ConsentDecision = "ask" | "approve" | "deny"

/** Options of {@link createBinkEmulator}. */
export interface BinkEmulatorOptions {
  /**
   * Users who can sign in. An `avatar` may be a path of the emulator: `/avatars/<id>.svg` shows the user's initials.
   * The user endpoint returns it as an absolute URL.
   *
   * @default four users: levels 0, 1 and 2, and one whose nullable fields are all null
   */
  users?: readonly BinkProfile[] | undefined
  /**
   * Registered apps.
   *
   * @default one client, `demo-client` with the secret `demo-secret`, for an Auth.js app on port 3000
   */
  clients?: readonly BinkClient[] | undefined
  /**
   * Personal access tokens (`bink_…`) and the ids of their owners.
   *
   * @default none
   */
  tokens?: Readonly<Record<string, string>> | undefined
  /**
   * Whether the redirect to the app returns the `state` of the authorization request. Bink does not document it.
   *
   * @default "echo"
   */
  state?: "echo" | "drop" | undefined
  /**
   * Whether PKCE is checked if the app sends it (`"optional"`), never checked, or required. Bink does not document it.
   *
   * @default "optional"
   */
  pkce?: "optional" | "ignore" | "require" | undefined
  /**
   * What to do with an `Authorization` header at the token endpoint. Bink documents credentials in the body:
   * `"body"` refuses the header, `"ignore-header"` ignores it, `"any"` also accepts HTTP Basic (RFC 6749 §2.3.1).
   *
   * @default "body"
   */
  clientAuthentication?: "body" | "ignore-header" | "any" | undefined
  /**
   * What to do with parameters that neither Bink's developer page nor RFC 6749 and 7636 define. `state`, PKCE and
   * `login_hint` always pass, `scope` only if it is empty. The request log marks undocumented parameters.
   *
   * @default "ignore"
   */
  unknownParameters?: "ignore" | "refuse" | undefined
  /**
   * Base URL for browsers, if servers use another one (containers, TLS proxies). Avatars have it. Its host is allowed.
   *
   * @default the URL of the request
   */
  publicUrl?: string | undefined
  /**
   * Host names that a listening emulator accepts, besides those of this machine. Requests with another `Host` get
   * HTTP 421, so that a web page cannot reach the emulator under its own name (DNS rebinding).
   *
   * @default none
   */
  allowedHosts?: readonly string[] | undefined
  /**
   * Consent decisions by user id, for sign-ins without a consent page.
   *
   * @default "ask" for every user
   */
  consent?: Readonly<Record<string, ConsentDecision>> | undefined
  /**
   * Id of a user who is signed in already and skips the login page.
   *
   * @default none
   */
  signedInAs?: string | undefined
  /**
   * Emulators in one process with the same key share codes, tokens, faults, request log and clock. The state then
   * survives a hot reload.
   *
   * @default no shared state
   */
  key?: string | undefined
  /** Called after each request to an endpoint, with its entry of {@link BinkEmulator.requests}. */
  onRequest?: ((request: LoggedRequest) => void) | undefined
  /**
   * Returns the current time in epoch milliseconds.
   *
   * @default Date.now
   */
  now?: (() => number) | undefined
  /**
   * Returns a number from 0 to below 1. With a seeded generator, codes and tokens are the same in each run.
   *
   * @default a cryptographic generator
   */
  random?: (() => number) | undefined
}

/** The emulator that {@link createBinkEmulator} returns. */
export interface BinkEmulator {
  /**
   * Responds to one request without a port. As a route handler, it works under any base path. Never deploy it to a
   * public URL: every visitor can sign in as any user.
   *
   * It also replaces the global `fetch`, but follows no redirects. A `reset` fault rejects with a `TypeError`. A `hang`
   * fault is pending until the request is aborted.
   *
   * @param input A request or a URL.
   * @param init Options of the request. Only used if `input` is a URL.
   *
   * @example
   * // app/bink/[...path]/route.ts, with AUTH_BINK_ISSUER=http://localhost:3000/bink
   * const bink = createBinkEmulator({ key: "dev" })
   * export const GET = bink.fetch
   * export const POST = bink.fetch
   * @example
   * await getBinkUser(token, { baseUrl: "http://bink.test", fetch: bink.fetch })
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
  /**
   * Listens on a port of this machine. Needs Node.js.
   *
   * @param options.port The port, or 0 for a free one.
   * @param options.host The address to listen on. Default: 127.0.0.1.
   * @throws BinkError `port_in_use`, `invalid_option`
   */
  listen(options: { port: number; host?: string | undefined }): Promise<BinkEmulatorServer>
  /** The faults that the endpoints simulate. */
  readonly faults: Faults
  /** Returns the requests to the endpoints and to unknown URLs, oldest first. Secrets are redacted. */
  requests(): LoggedRequest[]
  /**
   * Changes a user until the next {@link BinkEmulator.reset}, also while the user is signed in to an app.
   *
   * @param id Id of the user. It cannot change.
   * @param changes The fields to change.
   * @returns The changed user.
   * @throws BinkError `invalid_option` for an unknown id or an invalid change
   * @example
   * bink.updateUser("ada", { verificationLevel: 0 })
   */
  updateUser(id: string, changes: Partial<BinkProfile>): BinkProfile
  /**
   * Advances the clock, so that codes and tokens expire.
   *
   * @param ms Milliseconds, 0 or more.
   * @throws BinkError `invalid_option`
   */
  advance(ms: number): void
  /** Restores the seed and the clock. Removes codes, tokens, sessions, faults and the request log. */
  reset(): void
}

/** A server that {@link BinkEmulator.listen} started. */
export interface BinkEmulatorServer {
  /** Base URL without a trailing slash, for `baseUrl` or `AUTH_BINK_ISSUER`. */
  readonly url: string
  /** Closes the port and all connections. */
  close(): Promise<void>
}
