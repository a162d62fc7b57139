import { isPersonalAccessToken } from "../oauth/access-token.js"
import type { BinkProfile } from "../profile/profile.js"
import { json, oauthError } from "./answers.js"
import type { Emulation, Visit } from "./emulation.js"

/**
 * The profile behind a token: `GET /api/oauth/user`.
 *
 * @see RFC 6750 §2.1, §3
 */
export function user(bink: Emulation, visit: Visit): Response {
  const header = visit.request.headers.get("Authorization")
  const hasQueryToken = visit.url.searchParams.has("access_token")
  if (header === null || !/^bearer(\s|$)/i.test(header)) {
    return challenge(
      401,
      "invalid_token",
      hasQueryToken
        ? "The token goes in the Authorization header: addresses end up in logs."
        : "There is no token. Send it as Authorization: Bearer.",
      // RFC 6750 §3.1: who sent no token at all is told no error.
      'Bearer realm="Bink"',
    )
  }
  const [, bearer] = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header) ?? []
  if (!bearer) return challenge(400, "invalid_request", "The Authorization header is no Bearer token.")
  if (hasQueryToken)
    return challenge(400, "invalid_request", "The token is there twice: in the header and in the address.")
  const person = bink.seed.people.get(holderOf(bink, bearer) ?? "")
  if (!person) return challenge(401, "invalid_token", "The access token is unknown, expired or revoked.")
  return json(profileOf(person, visit))
}

/** The documented fields in the documented order, whatever else a seed holds. */
function profileOf(person: BinkProfile, visit: Visit): BinkProfile {
  const { id, name, email, username, avatar, plan, verificationLevel } = person
  const picture = avatar?.startsWith("/") ? visit.url.origin + visit.base + avatar : avatar
  return { id, name, email, username, avatar: picture, plan, verificationLevel }
}

function holderOf(bink: Emulation, bearer: string): string | undefined {
  if (isPersonalAccessToken(bearer)) {
    return bink.store.personalTokens.get(bearer)?.personId
  }
  const token = bink.store.accessTokens.get(bearer)
  return token && token.expiresAt > bink.clock.now() ? token.personId : undefined
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
