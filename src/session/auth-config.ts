/**
 * The little that this room needs to know of a config, in a shape that those of Auth.js 5, NextAuth 4 and
 * `@auth/core` all have. Written out, so that the types hold whichever of them is installed.
 */
export interface AuthConfig {
  providers: unknown[]
  adapter?: unknown
  session?: { strategy?: string | undefined } | undefined
  callbacks?: Partial<Record<"jwt" | "session" | "signIn", Hook | undefined>> | undefined
  events?: { signIn?: Hook | undefined } | undefined
  logger?: Logger | undefined
}

// biome-ignore lint/suspicious/noExplicitAny: each version types what goes through it differently
type Hook = (params: any) => any

/** A level that is missing is Auth.js's own. v4 calls `error` with a code and what happened, v5 with an error. */
export interface Logger {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  error?: ((...entry: any[]) => void) | undefined
  // biome-ignore lint/suspicious/noExplicitAny: as above
  warn?: ((code: any) => void) | undefined
  // biome-ignore lint/suspicious/noExplicitAny: as above
  debug?: ((...entry: any[]) => void) | undefined
}

/** What Auth.js says of a sign-in. */
export interface Account {
  provider: string
  access_token?: unknown
  /** Epoch seconds. */
  expires_at?: unknown
}

/** What the `jwt` callback is given. `account` and `profile` are there at sign-in only; the profile is Bink's own. */
export interface JwtParams {
  token: Record<string, unknown>
  account?: Account | null | undefined
  profile?: unknown
}

/** What the `session` callback is given: a `token` with JWT sessions, a `user` with database sessions. */
export interface SessionParams {
  session: Record<string, unknown> & { user?: Record<string, unknown> }
  token?: Record<string, unknown>
  user?: Record<string, unknown>
}

/** What the `signIn` callback and event are given. */
export interface SignInParams {
  user: { id?: string }
  account?: Account | null | undefined
  profile?: unknown
}
