import type { GenericOAuthConfig } from "better-auth/plugins"
import { getBinkUser } from "../api/get-bink-user.js"
import { BinkError } from "../errors.js"
import { endpointUrl } from "../protocol/endpoints.js"
import type { BinkProfile } from "../protocol/profile.js"
import { hasCredentials, warnOfMissingCredentials } from "../provider/credentials.js"
import { readSettings } from "../provider/settings.js"
import { type MissingEmail, placeholderEmail } from "./placeholder-email.js"
import { exchangeCode } from "./token-request.js"

/** What {@link bink} takes: Better Auth's own options for an OAuth provider, and those of the provider for Auth.js. */
export interface BinkBetterAuthOptions
  extends Partial<Omit<GenericOAuthConfig, "getToken" | "getUserInfo" | "mapProfileToUser">> {
  /** Where Bink lives. @default AUTH_BINK_ISSUER, else "https://bink.link" */
  baseUrl?: string | undefined
  /** Milliseconds for each request to Bink, body included. @default 10_000 */
  timeout?: number | undefined
  /**
   * What becomes of a person whose e-mail Bink does not give, while Better Auth keeps nobody without one: turned away
   * (`?error=email_not_found`), or kept under an address that can never receive mail, or one that you make.
   *
   * @default "refuse"
   */
  missingEmail?: MissingEmail | undefined
  /** Fields of the user beside, or instead of, those that this package fills. */
  mapProfileToUser?: ((profile: BinkProfile) => Record<string, unknown>) | undefined
}

/** What is kept of a person: Better Auth's own fields, and those that {@link binkUser} adds. */
export interface BinkBetterAuthUser {
  name: string | undefined
  email: string | null
  emailVerified: false
  image: string | undefined
  username: string | null
  plan: BinkProfile["plan"]
  verificationLevel: BinkProfile["verificationLevel"]
}

/**
 * Sign in with Bink for Better Auth: a config for its generic OAuth plugin.
 *
 * The callback URL to register with Bink is `https://your-app.example/api/auth/callback/bink`. Name, picture, username,
 * plan and verification level are brought up to date at every sign-in. The same guards as in the provider for Auth.js
 * hold: each request is bounded in time and size and follows no redirect, and an answer that names no person signs in
 * nobody.
 *
 * @throws BinkError `invalid_base_url`, `invalid_option`
 * @example
 * import { betterAuth } from "better-auth"
 * import { genericOAuth } from "better-auth/plugins"
 * import { bink, binkUser } from "authjs-bink/better-auth"
 *
 * export const auth = betterAuth({
 *   database,
 *   plugins: [genericOAuth({ config: [bink()] }), binkUser()],
 * })
 */
export function bink(options: BinkBetterAuthOptions = {}): GenericOAuthConfig & { providerId: "bink" } {
  const {
    missingEmail = "refuse",
    mapProfileToUser,
    baseUrl,
    timeout,
    clientId,
    clientSecret,
    ...others
  } = options
  const settings = readSettings({ baseUrl, timeout, clientId, clientSecret })
  const { credentials } = settings
  if (!hasCredentials(credentials)) warnOfMissingCredentials()

  return {
    name: "Bink",
    authorizationUrl: endpointUrl("authorize", settings.baseUrl),
    tokenUrl: endpointUrl("token", settings.baseUrl),
    userInfoUrl: endpointUrl("user", settings.baseUrl),
    pkce: true,
    scopes: [],
    authentication: "post",
    overrideUserInfo: true,
    ...others,
    providerId: "bink",
    // Better Auth says so itself at the first sign-in, where there is none.
    clientId: credentials.clientId ?? "",
    clientSecret: credentials.clientSecret,
    getToken: (callback) =>
      exchangeCode({ ...callback, redirectURI: options.redirectURI ?? callback.redirectURI }, settings),
    async getUserInfo({ accessToken = "" }) {
      try {
        const profile = await getBinkUser(accessToken, settings)
        return {
          ...profile,
          name: profile.name ?? undefined,
          image: profile.avatar ?? undefined,
          emailVerified: false,
        }
      } catch (error) {
        // Thrown on, it would leave the browser on an error page with the code in its address.
        warn(error instanceof BinkError ? error.message : "Bink's profile could not be read.")
        return null
      }
    },
    mapProfileToUser(raw) {
      const profile = raw as unknown as BinkProfile
      const user = toUser(profile, missingEmail)
      if (user.email === null) warn(TURNED_AWAY)
      return { ...user, ...mapProfileToUser?.(profile) }
    },
  }
}

function toUser(profile: BinkProfile, missingEmail: MissingEmail): BinkBetterAuthUser {
  const { name, username, email, avatar, plan, verificationLevel } = profile
  return {
    name: name ?? username ?? undefined,
    email: email ?? placeholderEmail(profile, missingEmail),
    // Bink does not say whether it has verified the address.
    emailVerified: false,
    image: avatar ?? undefined,
    username,
    plan,
    verificationLevel,
  }
}

const TURNED_AWAY =
  "A person was turned away: Bink gave no e-mail address for them, and Better Auth keeps nobody without one. " +
  'To let such people in, use bink({ missingEmail: "placeholder" }).'

/** Better Auth gives a provider no logger, and its own log does not say why. */
function warn(message: string): void {
  console.error(`[authjs-bink] ${message}`)
}
