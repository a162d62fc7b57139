import type { GenericOAuthConfig } from "better-auth/plugins"
import { BinkError } from "../errors.js"
import { hasCredentials, warnOfMissingCredentials } from "../oauth/credentials.js"
import { endpointUrl } from "../oauth/endpoints.js"
import { type ClientSettings, readClientSettings, warnOfPlainHttp } from "../oauth/settings.js"
import { exchangeCode } from "../oauth/tokens.js"
import { fetchProfile } from "../oauth/user-endpoint.js"
import type { BinkProfile } from "../profile/profile.js"

/** Id of the provider. The callback URL ends with it. */
export const PROVIDER_ID = "bink"

/**
 * What to do with a user without an email address, which Better Auth requires: `"refuse"` ends the sign-in with
 * `?error=email_not_found`, `"placeholder"` stores an address that receives no mail, a function returns an address or
 * `null` to refuse.
 */
export type MissingEmail = "refuse" | "placeholder" | ((profile: BinkProfile) => string | null)

/** Options of {@link bink}: those of Better Auth's generic OAuth plugin, plus the following. */
export interface BinkBetterAuthOptions
  extends Partial<Omit<GenericOAuthConfig, "getToken" | "getUserInfo" | "mapProfileToUser">> {
  /** Base URL of Bink. @default AUTH_BINK_ISSUER, or "https://bink.link" */
  baseUrl?: string | undefined
  /** Milliseconds for each request to Bink, response body included. @default 10_000 */
  timeout?: number | undefined
  /** Expected `iss` of a callback that has one (RFC 9207). {@link binkUser} checks it. @default the base URL */
  issuer?: string | undefined
  /** What to do with a user without an email address. @default "refuse" */
  missingEmail?: MissingEmail | undefined
  /** Adds or overrides fields of the user. */
  mapProfileToUser?: ((profile: BinkProfile) => Record<string, unknown>) | undefined
}

/** The stored user: Better Auth's own fields, and those that {@link binkUser} adds. */
export interface BinkBetterAuthUser extends Pick<BinkProfile, "username" | "plan" | "verificationLevel"> {
  name: string | undefined
  email: string | null
  emailVerified: false
  image: string | undefined
}

/**
 * Returns a config for Better Auth's generic OAuth plugin. Use it with {@link binkUser}, which stores Bink's fields and
 * checks `iss`.
 *
 * Register `https://your-app.example/api/auth/callback/bink` with Bink as the callback URL. Name, picture, username, plan
 * and verification level are updated at every sign-in. Requests are limited as in the Auth.js provider: a timeout, a
 * maximum size, no redirects, and a response without a user id never signs in.
 *
 * @param options Options of the generic OAuth plugin, `baseUrl`, `timeout`, `issuer`, `missingEmail` and
 *   `mapProfileToUser`.
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
export function bink(
  options: BinkBetterAuthOptions = {},
): GenericOAuthConfig & { providerId: "bink"; issuer: string } {
  const {
    missingEmail = "refuse",
    mapProfileToUser,
    baseUrl,
    timeout,
    clientId,
    clientSecret,
    issuer,
    ...rest
  } = options
  const settings = readClientSettings({ baseUrl, timeout, clientId, clientSecret })
  const { credentials } = settings
  warnOfPlainHttp(settings.baseUrl)
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
    ...rest,
    providerId: PROVIDER_ID,
    issuer: issuer || settings.baseUrl,
    // Better Auth reports an empty client id at the first sign-in.
    clientId: credentials.clientId ?? "",
    clientSecret: credentials.clientSecret,
    getToken: (callback) =>
      getToken({ ...callback, redirectURI: options.redirectURI ?? callback.redirectURI }, settings),
    async getUserInfo({ accessToken = "" }) {
      try {
        const profile = await fetchProfile(endpointUrl("user", settings.baseUrl), accessToken, settings)
        return {
          ...profile,
          name: profile.name ?? undefined,
          image: profile.avatar ?? undefined,
          emailVerified: false,
        }
      } catch (error) {
        // For a thrown error, Better Auth would show a page whose URL contains the code.
        logError(error instanceof BinkError ? error.message : "Could not read the profile from Bink.")
        return null
      }
    },
    mapProfileToUser(raw) {
      const profile = raw as unknown as BinkProfile
      const user = toUser(profile, missingEmail)
      if (user.email === null) logError(EMAIL_REQUIRED)
      return { ...user, ...mapProfileToUser?.(profile) }
    },
  }
}

type GetToken = NonNullable<GenericOAuthConfig["getToken"]>

/**
 * Sends the token request. Better Auth's own has no timeout and no size limit, and keeps every field of the response.
 *
 * @throws BinkError the codes of `exchangeCode`. Better Auth logs the error and redirects with `?error=invalid_code`.
 */
async function getToken(
  { code, redirectURI, codeVerifier }: Parameters<GetToken>[0],
  settings: ClientSettings,
): ReturnType<GetToken> {
  const tokens = await exchangeCode(settings, {
    code,
    redirect_uri: redirectURI,
    code_verifier: codeVerifier || undefined,
  })
  return {
    accessToken: tokens.access_token,
    tokenType: tokens.token_type,
    scopes: [],
    ...(tokens.expires_in ? { accessTokenExpiresAt: new Date(Date.now() + tokens.expires_in * 1000) } : {}),
  }
}

function toUser(profile: BinkProfile, missingEmail: MissingEmail): BinkBetterAuthUser {
  const { name, username, email, avatar, plan, verificationLevel } = profile
  return {
    name: name ?? username ?? undefined,
    email: email ?? placeholderEmail(profile, missingEmail),
    // Bink does not state whether the address is verified.
    emailVerified: false,
    image: avatar ?? undefined,
    username,
    plan,
    verificationLevel,
  }
}

/** Returns an address for a user who has none, or `null` to refuse the sign-in. */
function placeholderEmail(profile: BinkProfile, missingEmail: MissingEmail): string | null {
  if (missingEmail === "refuse") return null
  if (typeof missingEmail === "function") return missingEmail(profile)
  // Names under "invalid" receive no mail (RFC 6761 §6.4).
  return `${toLocalPart(profile.id)}@bink.invalid`
}

/**
 * Returns an id as the part before the `@`. Better Auth converts addresses to lower case, which could make two ids
 * equal. Ids with other characters than these are hex-encoded, with a prefix that no plain id has.
 */
function toLocalPart(id: string): string {
  if (/^[a-z0-9_-]+$/.test(id)) return id
  return `id.${[...new TextEncoder().encode(id)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`
}

const EMAIL_REQUIRED =
  "A sign-in was refused: Bink returned no email address, which Better Auth requires. " +
  'To accept such users, use bink({ missingEmail: "placeholder" }).'

/** Better Auth passes no logger to a provider, and its own log does not have the cause. */
function logError(message: string): void {
  console.error(`[authjs-bink] ${message}`)
}
