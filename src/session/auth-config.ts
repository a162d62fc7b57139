// biome-ignore-all lint/suspicious/noTsIgnore: each of these packages is missing in some apps
/** @ts-ignore */
import type { AuthConfig as CoreConfig } from "@auth/core"
/** @ts-ignore */
import type { NextAuthConfig, NextAuthOptions } from "next-auth"

/**
 * The least that a config must have. The members are declared as `object`, because TypeScript rejects an object
 * without any property of an all-optional type, such as `session: { maxAge: 3600 }` for `{ strategy?: string }`.
 */
export interface ConfigShape {
  providers: readonly unknown[]
  adapter?: unknown
  session?: object | undefined
  callbacks?: object | undefined
  events?: object | undefined
  logger?: object | undefined
}

/**
 * The config type of the installed next-auth 5, next-auth 4 or `@auth/core`, or `never`. It types the parameters of
 * callbacks in a config that has no other type.
 */
export type InstalledConfig = [Known<NextAuthConfig> | Known<NextAuthOptions>] extends [never]
  ? Known<CoreConfig>
  : Known<NextAuthConfig> | Known<NextAuthOptions>

/**
 * Turns `any`, the type of an import that does not resolve, into `never`. The brackets are necessary: TypeScript 5.9
 * and later do not evaluate a condition on such a type itself.
 */
type Known<T> = [unknown] extends [T] ? never : T

/**
 * The parts of a config that `withBink` reads, in a shape that the configs of Auth.js 5, NextAuth 4 and `@auth/core`
 * share.
 */
export interface AuthConfig {
  providers: unknown[]
  adapter?: unknown
  session?: { strategy?: string | undefined } | undefined
  callbacks?: Partial<Record<"jwt" | "session" | "signIn", Hook | undefined>> | undefined
  events?: Partial<Record<"session" | "signIn" | "signOut", Hook | undefined>> | undefined
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

/** Parameters of the `signOut` event: `token` with JWT sessions. */
export interface SignOutParams {
  token?: Record<string, unknown> | null
}
