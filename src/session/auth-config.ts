/**
 * The parts of a config that `withBink` reads, in a shape that the configs of Auth.js 5, NextAuth 4 and `@auth/core`
 * share. Declared here, so that the types work with whichever of them is installed.
 */
export interface AuthConfig {
  providers: unknown[]
  adapter?: unknown
  session?: { strategy?: string | undefined } | undefined
  callbacks?: Partial<Record<"jwt" | "session" | "signIn", Hook | undefined>> | undefined
  events?: { signIn?: Hook | undefined } | undefined
  logger?: Logger | undefined
}

// biome-ignore lint/suspicious/noExplicitAny: each version types its parameters differently
type Hook = (params: any) => any

/** The app's logger. Auth.js provides the missing levels. v4 calls `error` with a code and metadata, v5 with an error. */
export interface Logger {
  // biome-ignore lint/suspicious/noExplicitAny: as above
  error?: ((...entry: any[]) => void) | undefined
  // biome-ignore lint/suspicious/noExplicitAny: as above
  warn?: ((code: any) => void) | undefined
  // biome-ignore lint/suspicious/noExplicitAny: as above
  debug?: ((...entry: any[]) => void) | undefined
}

/** The account of a sign-in. */
export interface Account {
  provider: string
  access_token?: unknown
  /** Epoch seconds. */
  expires_at?: unknown
}

/** Parameters of the `jwt` callback. `account` and `profile` (Bink's own) are only set at sign-in. */
export interface JwtParams {
  token: Record<string, unknown>
  account?: Account | null | undefined
  profile?: unknown
}

/** Parameters of the `session` callback: `token` with JWT sessions, `user` with database sessions. */
export interface SessionParams {
  session: Record<string, unknown> & { user?: Record<string, unknown> }
  token?: Record<string, unknown>
  user?: Record<string, unknown>
}

/** Parameters of the `signIn` callback and event. */
export interface SignInParams {
  user: { id?: string }
  account?: Account | null | undefined
  profile?: unknown
}
