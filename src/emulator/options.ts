import type { BinkProfile } from "../profile/profile.js"
import type { Faults } from "./faults.js"
import type { LoggedRequest } from "./journal.js"

/** An app that is registered with the emulated Bink. */
export interface BinkClient {
  clientId: string
  clientSecret: string
  /** What the consent screen calls the app. */
  name: string
  /** Compared character by character with what the app sends, as Bink documents it. */
  redirectUris: readonly string[]
}

/** What {@link createBinkEmulator} may be given. Whatever is left out has a default to develop with. */
export interface BinkEmulatorOptions {
  /**
   * The people who can sign in. An `avatar` that starts with `/` stands for a picture that the emulator itself
   * serves, and is answered as an absolute address: `/avatars/<id>.svg` draws the person's initials.
   *
   * @default four people: levels 0, 1, 2, and one whose every nullable field is null
   */
  users?: readonly BinkProfile[] | undefined
  /** @default one client, `demo-client` with `demo-secret`, for an app on port 3000 of this machine */
  clients?: readonly BinkClient[] | undefined
  /** Personal access tokens, each with the id of the person whose it is. */
  tokens?: Readonly<Record<string, string>> | undefined
  /**
   * Whether the redirect back to the app carries the `state` it sent. Bink's page does not say.
   *
   * @default "echo"
   */
  state?: "echo" | "drop" | undefined
  /**
   * What becomes of PKCE: honoured where an app sends it, never looked at, or demanded. Bink's page does not say.
   *
   * @default "optional"
   */
  pkce?: "optional" | "ignore" | "require" | undefined
  /** What becomes of a person's consent screen, by their id: shown, or answered for them. Anyone else is asked. */
  consent?: Readonly<Record<string, ConsentDecision>> | undefined
  /** The id of a person who skips the login page, as if they were signed in to Bink already. */
  signedInAs?: string | undefined
  /**
   * Emulators of one process that are made with the same key share codes, tokens, faults, log and time: the state
   * outlives a hot reload.
   */
  key?: string | undefined
  /** Told of each request once it is over, as {@link BinkEmulator.requests} shows it. */
  onRequest?: ((request: LoggedRequest) => void) | undefined
  /** The time in epoch milliseconds. @default Date.now */
  now?: (() => number) | undefined
  /** A number in [0, 1), for codes and tokens that come out the same each time. @default cryptographic */
  random?: (() => number) | undefined
}

/** How a consent screen is answered. */
export type ConsentDecision = "ask" | "approve" | "deny"

/** A Bink for your own machine, as {@link createBinkEmulator} makes it. */
export interface BinkEmulator {
  /**
   * Answers one request without a port. The path may stand under any base path: as a route handler, the emulator
   * lives wherever it is mounted. Never mount it where strangers reach it, since whoever does signs in as anyone.
   *
   * It can stand in for the global `fetch`, except that it follows no redirects and looks at `init` beside an address
   * alone. It fails as that does: a `reset` fault rejects with a `TypeError`, a `hang` fault stays pending until the request is aborted,
   * `truncate` and `dribble` give a body that breaks off or trickles.
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
   * Opens a port on this machine. Port 0 takes a free one.
   *
   * @throws BinkError `port_in_use`, `invalid_option`
   */
  listen(options: { port: number; host?: string | undefined }): Promise<BinkEmulatorServer>
  /** What can be made to go wrong. */
  readonly faults: Faults
  /** What was asked of the three endpoints, and of addresses that do not exist, oldest first. */
  requests(): LoggedRequest[]
  /** Lets time pass for codes and tokens. */
  advance(ms: number): void
  /** Back to the seed: no codes, tokens, sessions, faults or log, and the clock as it was. */
  reset(): void
}

/** A port that the emulator listens on. */
export interface BinkEmulatorServer {
  /** The base URL, without a trailing slash: what `baseUrl` or `AUTH_BINK_ISSUER` is set to. */
  readonly url: string
  /** Closes the port and every connection to it. */
  close(): Promise<void>
}
