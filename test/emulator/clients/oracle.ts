import OAuth2Server, { type AuthorizationCode, type Token } from "@node-oauth/oauth2-server"
import { REDIRECT_URI } from "../browse.ts"

/** The client that both servers know. */
export const CLIENT = {
  id: "demo-client",
  secret: "demo-secret",
  redirectUris: [REDIRECT_URI, `${REDIRECT_URI}?a=1`],
}

/**
 * An independent OAuth server, behind the same three addresses as the emulator. Whoever asks it is signed in and
 * says yes at once.
 */
export function createOracle(): (url: string, init?: RequestInit) => Promise<Response> {
  const codes = new Map<string, AuthorizationCode>()
  const tokens = new Map<string, Token>()
  const client = { ...CLIENT, grants: ["authorization_code"] }
  const server = new OAuth2Server({
    allowEmptyState: true,
    authenticateHandler: { handle: () => ({ id: "someone" }) },
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
        // Bink gives no refresh token.
        const { refreshToken: _, refreshTokenExpiresAt: __, ...kept } = token
        tokens.set(token.accessToken, { ...kept, client, user } as Token)
        return tokens.get(token.accessToken)
      },
      getAccessToken: async (token: string) => tokens.get(token),
    } as unknown as OAuth2Server.AuthorizationCodeModel,
  })

  return async (url, init) => {
    const asked = new Request(url, init)
    const { pathname, searchParams } = new URL(asked.url)
    const request = new OAuth2Server.Request({
      method: asked.method,
      headers: Object.fromEntries(asked.headers),
      query: grouped(searchParams) as Record<string, string>,
      body: grouped(new URLSearchParams(await asked.text())),
    })
    // Express counts the body's length; `is()` looks for it.
    request.headers = { ...request.headers, "content-length": "1" }
    const response = new OAuth2Server.Response()
    const handle = { authorize: "authorize", token: "token", user: "authenticate" } as const
    try {
      await server[handle[pathname.split("/").at(-1) as keyof typeof handle]](request, response)
    } catch (error) {
      const { code, name } = error as OAuth2Server.OAuthError
      // Where it redirects, it throws as well; where it wrote no answer, its users write this one.
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

/** As Express' parser reads it: a parameter that is there twice becomes a list. */
function grouped(params: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...params.keys()].map((name) => {
      const all = params.getAll(name)
      return [name, all.length > 1 ? all : (all[0] as string)]
    }),
  )
}
