import { BinkError } from "../errors.js"
import type { AuthConfig, JwtParams, SessionParams, SignInParams } from "./auth-config.js"
import { claimsFromSignIn, claimsFromToken } from "./claims.js"
import { type BinkIdentity, parseIdentity } from "./identity.js"
import { withStateHint } from "./logger.js"
import { createPersistence, hasDatabaseSessions } from "./persistence.js"
import { type Callable, callable, findBink } from "./providers.js"
import { wholeForServer } from "./public-session.js"
import { createRevalidation, type Revalidation } from "./revalidation.js"

export interface WithBinkOptions {
  /**
   * JWT sessions: asks Bink again about someone who is signed in, while their access token lives (an hour, by Bink's
   * page). A refusal drops the identity, an outage keeps it.
   * @default never
   */
  revalidate?: Revalidation | undefined
  /**
   * Database sessions: keeps the identity in the column `bink` (JSON, nullable) of the users table, at every sign-in.
   * @default false
   */
  persist?: boolean | undefined
}

/** Auth.js 5 takes a function too, which makes the config: `withBink` belongs inside of it. */
type LazyConfig = (...request: never[]) => unknown

type Uncalled<Config> = Config extends AuthConfig
  ? Omit<Config, "providers"> & {
      providers: (Config["providers"][number] | (() => Config["providers"][number]))[]
    }
  : never

/** A config of the type it had, in which an uncalled `Bink` has become one that NextAuth 4 takes too. */
export type WithBink<Config> = Config & {
  providers: Config extends AuthConfig ? Callable<Config["providers"][number]>[] : never
}

/**
 * Puts what Bink says about a person into `session.user.bink`, for people who came through Bink and no one else.
 * Takes and gives a config of Auth.js 5, NextAuth 4 or `@auth/core`. Callbacks and events of the app's own keep
 * running, after these, and have the last word.
 *
 * @throws BinkError `invalid_option` where `revalidate.after` is no number of seconds, or the config has no providers.
 *
 * @example
 * export const { handlers, auth } = NextAuth(withBink({ providers: [Bink] }, { revalidate: { after: 300 } }))
 */
export function withBink<Config extends AuthConfig | LazyConfig>(
  config: Config | Uncalled<Config>,
  // A lazy config is in the type only so that the compiler finds the types of callbacks inside NextAuth(withBink(…)).
  ...[options]: Config extends AuthConfig ? [options?: WithBinkOptions] : [never]
): WithBink<Config> {
  return compose(config as AuthConfig, options) as WithBink<Config>
}

function compose(config: AuthConfig, options?: WithBinkOptions): AuthConfig {
  // Callers in plain JavaScript: the compiler says so too.
  if (!Array.isArray(config?.providers)) throw noProviders()
  // Auth.js takes `null` for none of them.
  const callbacks = config.callbacks ?? {}
  const events = config.events ?? {}
  // Looked up when asked for: Auth.js 5 puts the providers that it has called in the place of those that it calls.
  const findProvider = (id: string) => findBink(composed.providers, id)
  const isBink = (id: string) => findProvider(id) !== undefined
  const revalidate = options?.revalidate && createRevalidation(options.revalidate, findProvider)
  const persistence =
    options?.persist && hasDatabaseSessions(config) ? createPersistence(config, isBink) : null

  const composed: AuthConfig = {
    ...config,
    providers: config.providers.map(callable),
    logger: withStateHint(config.logger, isBink),
    callbacks: {
      ...callbacks,
      async jwt(params: JwtParams) {
        const { bink: _, binkAccess: __, ...others } = params.token
        const token = { ...others, ...(await claims(params)) }
        return callbacks.jwt ? callbacks.jwt({ ...params, token }) : token
      },
      async session(params: SessionParams) {
        const bink = identityOf(params)
        const session = withIdentity(params, bink)
        return callbacks.session ? callbacks.session({ ...params, session }) : wholeForServer(session, bink)
      },
    },
  }

  if (persistence) {
    composed.adapter = persistence.adapter
    composed.callbacks = {
      ...composed.callbacks,
      async signIn(params: SignInParams) {
        persistence.note(params)
        return callbacks.signIn ? callbacks.signIn(params) : true
      },
    }
    composed.events = {
      ...events,
      async signIn(params: SignInParams) {
        await persistence.store(params)
        await events.signIn?.(params)
      },
    }
  }

  /** Of whoever signs in now, or of whoever did. Nothing stays of Bink where the sign-in is another provider's. */
  async function claims({ token, account, profile }: JwtParams) {
    const known = account
      ? isBink(account.provider) && claimsFromSignIn(account, profile)
      : claimsFromToken(token)
    if (!known) return undefined
    return revalidate ? revalidate(known) : { bink: known.bink }
  }

  /** Of the token, or of the user's row. There a column `bink` is ours only where we were asked to keep one. */
  function identityOf({ token, user }: SessionParams): BinkIdentity | undefined {
    if (token) return parseIdentity(token.bink)
    return persistence ? parseIdentity(user?.bink) : undefined
  }

  function withIdentity({ session, token }: SessionParams, bink: BinkIdentity | undefined) {
    if (!token && !persistence) return session
    const { bink: _, ...person } = session.user ?? {}
    return { ...session, user: { ...person, ...(bink && { bink }) } }
  }

  return composed
}

function noProviders(): BinkError {
  return new BinkError(
    "invalid_option",
    "withBink was given no config with a list of providers, so there is no Bink whose identity it could keep. " +
      "Give it the config itself, withBink({ providers: [Bink] }). Where a function makes the config, call it inside: NextAuth(async () => withBink({ providers: [Bink] })).",
  )
}
