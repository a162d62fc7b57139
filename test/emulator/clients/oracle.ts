import OAuth2Server, { type AuthorizationCode, type Token } from "@node-oauth/oauth2-server"
import { REDIRECT_URI } from "../requests.ts"

/** A client for both servers. */
export const CLIENT = {
  id: "demo-client",
  secret: "demo-secret",
  redirectUris: [REDIRECT_URI, `${REDIRECT_URI}?a=1`],
}

/**
 * Creates an independent OAuth server with the same three endpoints as the emulator. Its user is signed in and has
 * given consent.
 */
export function createOracle(): (url: string, init?: RequestInit) => Promise<Response> {
  const codes = new Map<string, AuthorizationCode>()
  const tokens = new Map<string, Token>()
  const client = { ...CLIENT, grants: ["authorization_code"] }
  const server = new OAuth2Server({
    allowEmptyState: true,
    authenticateHandler: { handle: () => ({ id: "user" }) },
    accessTokenLifetime: 3600,
    model: {
      getClient: async (id: string, secret: string | null) =>
        id === client.id && (secret === null || secret === client.secret) ? client : null,
      saveAuthorizationCode: async (code: AuthorizationCode, client: object, user: object) => {
        codes.set(code.authorizationCode, { ...code, client, user } as AuthorizationCode)
        return codes.get(code.authorizationCode)
      },
      getAuthorizationCode: async (code: string) => codes.get(code),
      revokeAuthorizationCode: async (code: AuthorizationCode) => codes.delete(code.authorizationCode),
      saveToken: async (token: Token, client: object, user: object) => {
        // Bink issues no refresh tokens.
        const { refreshToken: _, refreshTokenExpiresAt: __, ...kept } = token
        tokens.set(token.accessToken, { ...kept, client, user } as Token)
        return tokens.get(token.accessToken)
      },
      getAccessToken: async (token: string) => tokens.get(token),
    } as unknown as OAuth2Server.AuthorizationCodeModel,
  })

  return async (url, init) => {
    const received = new Request(url, init)
    const { pathname, searchParams } = new URL(received.url)
    const request = new OAuth2Server.Request({
      method: received.method,
      headers: Object.fromEntries(received.headers),
      query: groupParams(searchParams) as Record<string, string>,
      body: groupParams(new URLSearchParams(await received.text())),
    })
    // `is()` needs the length, which Express would set.
    request.headers = { ...request.headers, "content-length": "1" }
    const response = new OAuth2Server.Response()
    const handle = { authorize: "authorize", token: "token", user: "authenticate" } as const
    try {
      await server[handle[pathname.split("/").at(-1) as keyof typeof handle]](request, response)
    } catch (error) {
      const { code, name } = error as OAuth2Server.OAuthError
      // The library also throws when it redirects. Without a redirect, the app writes the error response.
      if (!response.headers?.location) {
        response.status = code
        response.body = { error: name }
      }
    }
    return new Response(JSON.stringify(response.body), {
      status: response.status ?? 200,
      headers: response.headers ?? {},
    })
  }
}

/** Parses like Express: a repeated parameter becomes an array. */
function groupParams(params: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...params.keys()].map((name) => {
      const all = params.getAll(name)
      return [name, all.length > 1 ? all : (all[0] as string)]
    }),
  )
}
