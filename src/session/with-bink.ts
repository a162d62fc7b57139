import { BinkError } from "../errors.js"
import { limitJson } from "../provider/auth-js-5.js"
import { findBink } from "../provider/mark.js"
import { type WithProperties, withProperties } from "../provider/next-auth-4.js"
import type {
  AuthConfig,
  ConfigShape,
  InstalledConfig,
  JwtParams,
  SessionParams,
  SignInParams,
  SignOutParams,
} from "./auth-config.js"
import { claimsFromSignIn, claimsFromToken, storeAccess } from "./claims.js"
import { type BinkIdentity, parseIdentity } from "./identity.js"
import { withStateHint } from "./logger.js"
import { createPersistence, hasDatabaseSessions } from "./persistence.js"
import { createRevalidation, type Revalidation } from "./revalidation.js"

/** Options of {@link withBink}. */
export interface WithBinkOptions {
  /**
   * JWT sessions: requests the identity from Bink again, while the user's access token is valid (one hour by Bink's
   * developer page). A rejected token removes the identity. An outage keeps it.
   * @default never
   */
  revalidate?: Revalidation | undefined
  /**
   * Database sessions: stores the identity in the column `bink` (JSON or text, nullable) of the users table at every sign-in.
   * @default false
   */
  persist?: boolean | undefined
}

/** Prevents that TypeScript infers `Config` from the `Omit` in `Uncalled`, for a config of the type `Omit<AuthConfig, "raw">`. */
type NotInferred<T> = [T][T extends unknown ? 0 : never]

type Uncalled<Config> = Config extends ConfigShape
  ? Omit<Config, "providers"> & {
      providers: readonly (Config["providers"][number] | (() => Config["providers"][number]))[]
    }
  : never

/** The config's own type, in which NextAuth 4 accepts an uncalled `Bink` too. */
export type WithBink<Config> = NotInferred<Config> & {
  providers: Config extends ConfigShape ? WithProperties<Config["providers"][number]>[] : never
}

/**
 * Adds `session.user.bink` for users who signed in with Bink.
 *
 * The app's own callbacks and events run after those of this package, and can override their results. Only the `bink` of a
 * session token cannot be changed, because apps copy data of the browser into the token. It can be removed.
 *
 * @param config The config of Auth.js 5, NextAuth 4 or `@auth/core`.
 * @param options Revalidation and persistence.
 * @returns The config, of the same type.
 * @throws BinkError `invalid_option` if `revalidate.after` is not a number of seconds, or if the config has no
 *   `providers`.
 *
 * @example
 * export const { handlers, auth } = NextAuth(withBink({ providers: [Bink] }, { revalidate: { after: 300 } }))
 */
export function withBink<
  // InstalledConfig types the parameters of callbacks in a config that has no other type.
  Config extends ConfigShape | InstalledConfig,
>(config: Config | Uncalled<NotInferred<Config>>, options?: WithBinkOptions): WithBink<Config> {
  return addBink(config as AuthConfig, options) as WithBink<Config>
}

/** The `jwt` callbacks that `withBink` has returned, to recognize a config that is wrapped twice. */
const jwtCallbacks = new WeakSet<object>()

function addBink(config: AuthConfig, options?: WithBinkOptions): AuthConfig {
  // Checked at run time as well, for plain JavaScript.
  if (!Array.isArray(config?.providers)) throw missingProviders()
  // Auth.js accepts `null` here.
  const callbacks = config.callbacks ?? {}
  const events = config.events ?? {}
  // Reads the providers at each call: Auth.js 5 replaces uncalled providers in this config by called ones.
  const findProvider = (id: string) => findBink(result.providers, id)
  const isBink = (id: string) => findProvider(id) !== undefined
  const revalidate = options?.revalidate && createRevalidation(options.revalidate, findProvider)
  const persistence =
    options?.persist && hasDatabaseSessions(config) ? createPersistence(config, isBink) : null

  const result: AuthConfig = {
    ...config,
    providers: config.providers.map(withProperties),
    logger: withStateHint(config.logger, isBink),
    callbacks: {
      ...callbacks,
      async jwt(params: JwtParams) {
        const { bink, binkAccess } = (await claims(params)) ?? {}
        // A copy: apps also merge data of `update()` into the objects of a token.
        const token = { ...withoutClaims(params.token), ...(bink && { bink: { ...bink } }) }
        const appToken = callbacks.jwt ? await callbacks.jwt({ ...params, token }) : token
        // Auth.js 5 accepts `null`, which ends the session.
        if (!appToken) return appToken
        // Only Bink's claims count: apps spread the data of `update()`, which comes from the browser, into the token.
        const others = withoutClaims(appToken)
        // An app that builds a new token keeps the identity. `bink: undefined` removes it.
        if (!bink || ("bink" in appToken && !appToken.bink)) return others
        return { bink, ...others, ...(binkAccess && { binkAccess: storeAccess(binkAccess) }) }
      },
      async session(params: SessionParams) {
        const bink = identityOf(params)
        const session = withIdentity(params, bink)
        // In place, because frameworks keep the object: next-auth 5 returns its token from `auth()` if the app's session
        // has no user, and @hono/auth-js gives it to the app.
        Object.assign(params, withoutAccess(params))
        if (callbacks.session) return callbacks.session({ ...params, session })
        return params.user ? limitJson(session, () => publicSession(session, bink)) : session
      },
    },
    events: {
      ...events,
      ...(events.session && { session: (params: SessionParams) => events.session?.(withoutAccess(params)) }),
      ...(events.signOut && { signOut: (params: SignOutParams) => events.signOut?.(withoutAccess(params)) }),
    },
  }

  // Without `revalidate`, the outer of two calls keeps the inner callback. Its own would remove the access token.
  if (callbacks.jwt && jwtCallbacks.has(callbacks.jwt) && !revalidate) {
    result.callbacks = { ...result.callbacks, jwt: callbacks.jwt }
  }
  if (result.callbacks?.jwt) jwtCallbacks.add(result.callbacks.jwt)

  if (persistence) {
    result.adapter = persistence.adapter
    result.callbacks = {
      ...result.callbacks,
      async signIn(params: SignInParams) {
        persistence.rememberProfile(params)
        return callbacks.signIn ? callbacks.signIn(params) : true
      },
    }
    result.events = {
      ...result.events,
      async signIn(params: SignInParams) {
        await persistence.store(params)
        await events.signIn?.(params)
      },
    }
  }

  /** The claims of this sign-in, or of the session token. A sign-in with another provider removes Bink's claims. */
  async function claims({ token, account, profile }: JwtParams) {
    const current = account
      ? isBink(account.provider) && claimsFromSignIn(account, profile)
      : claimsFromToken(token)
    if (!current) return undefined
    return revalidate ? revalidate(current) : { bink: current.bink }
  }

  /** The identity in the session token, or in the user's row. The column `bink` is only read with `persist`. */
  function identityOf({ token, user }: SessionParams): BinkIdentity | undefined {
    if (token) return parseIdentity(token.bink)
    return persistence?.read(user)
  }

  /** Changes the session in place: `verifyAuth` of @hono/auth-js keeps the object that goes into this callback. */
  function withIdentity({ session, token }: SessionParams, bink: BinkIdentity | undefined) {
    if (!token && !persistence) return session
    const source = session.user ?? {}
    const { bink: _, ...user } = source
    // The getters of a class, for adapters that return instances.
    for (const name of ["id", "name", "email", "image"]) if (name in source) user[name] = source[name]
    return Object.assign(session, { user: { ...user, ...(bink && { bink }) } })
  }

  return result
}

/** Returns the app's own claims in a session token. */
function withoutClaims({ bink: _, binkAccess: __, ...others }: Record<string, unknown>) {
  return others
}

/**
 * Returns the parameters without the access token, which an app must not copy into the session or a log, and with a copy
 * of the identity, because Auth.js stores the token after the `session` callback.
 */
function withoutAccess<Params extends { token?: Record<string, unknown> | null }>(params: Params): Params {
  if (!params.token) return params
  const { binkAccess: _, bink, ...others } = params.token
  return { ...params, token: { ...others, ...(bink instanceof Object && { bink: { ...bink } }) } }
}

/** Returns the part of a database session that the browser receives: Auth.js's own fields, and the identity. */
function publicSession(
  { user: { name, email, image } = {}, expires }: SessionParams["session"],
  bink: BinkIdentity | undefined,
) {
  return { user: { name, email, image, ...(bink && { bink }) }, expires }
}

function missingProviders(): BinkError {
  return new BinkError(
    "invalid_option",
    "withBink() needs a config with a list of providers: withBink({ providers: [Bink] }). " +
      "If a function returns the config, call withBink inside it: NextAuth(async () => withBink({ providers: [Bink] })).",
  )
}
