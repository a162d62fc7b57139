import { isPersonalAccessToken } from "../../oauth/access-token.js"
import { type BinkProfile, PROFILE_FIELD_NAMES } from "../../profile/profile.js"
import type { EmulatorState, RequestContext } from "../context.js"
import { json, oauthError } from "../http/responses.js"
import { resolveAvatar } from "../seed.js"
import { getUser } from "../users.js"
import { refusedParam } from "./parameters.js"

/**
 * User endpoint, `GET /api/oauth/user`. Returns the profile of the token's user.
 *
 * @see RFC 6750 §2.1, §3
 */
export function user(emulator: EmulatorState, { request, url, base }: RequestContext): Response {
  const header = request.headers.get("Authorization")
  const hasQueryToken = url.searchParams.has("access_token")
  if (header === null || !/^bearer(\s|$)/i.test(header)) {
    return challenge(
      401,
      "invalid_token",
      hasQueryToken
        ? "Send the token in the Authorization header: URLs are logged."
        : "The token is missing. Send it as Authorization: Bearer.",
      // RFC 6750 §3.1: without a token, the challenge has no error code.
      'Bearer realm="Bink"',
    )
  }
  const [, token] = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header) ?? []
  if (!token) return challenge(400, "invalid_request", "The Authorization header has no valid Bearer token.")
  if (hasQueryToken) {
    return challenge(400, "invalid_request", "The token is in the Authorization header and in the URL.")
  }
  const unknown = refusedParam(emulator, "user", url.searchParams)
  if (unknown) return challenge(400, "invalid_request", unknown)
  const profile = getUser(emulator, findUserId(emulator, token))
  if (!profile) return challenge(401, "invalid_token", "The access token is unknown, expired or revoked.")
  return json(publicProfile(profile, emulator.options.publicUrl ?? url.origin + base))
}

/** Returns the documented fields in the documented order. A user in a seed file may have more. */
function publicProfile(profile: BinkProfile, baseUrl: string) {
  const resolved = { ...profile, avatar: resolveAvatar(profile.avatar, baseUrl) }
  return Object.fromEntries(PROFILE_FIELD_NAMES.map((name) => [name, resolved[name]]))
}

function findUserId({ store, clock }: EmulatorState, token: string): string | undefined {
  if (isPersonalAccessToken(token)) return store.personalAccessTokens.get(token)?.userId
  const entry = store.accessTokens.get(token)
  return entry && entry.expiresAt > clock.now() ? entry.userId : undefined
}

function challenge(status: number, error: string, description: string, header?: string): Response {
  return oauthError(error, description, {
    status,
    headers: {
      "WWW-Authenticate":
        header ?? `Bearer realm="Bink", error="${error}", error_description="${description}"`,
    },
  })
}
