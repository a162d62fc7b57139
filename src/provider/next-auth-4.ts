/**
 * Workarounds for NextAuth 4. Each documents the upstream behaviour and the workaround.
 *
 * @module
 */
import { BinkError } from "../errors.js"
import { invalidCallback, missingState } from "../oauth/callback.js"
import type { ClientSettings } from "../oauth/settings.js"
import { withTimeout } from "../oauth/timeout.js"
import { parseTokens, requestTokens, type TokenForm, type Tokens } from "../oauth/tokens.js"
import { describeError } from "./auth-js-5.js"
import { isBinkProvider } from "./mark.js"

/** The context of `provider.token.request`: openid-client 5, created for this request, and what the callback must match. */
export interface TokenRequestContext {
  client: {
    client_id: string
    client_secret?: string
    token_endpoint_auth_method?: string
    issuer: { token_endpoint: string }
    grant: (form: TokenForm) => Promise<object>
    oauthCallback: (redirectUri: string, params: object, checks: object) => Promise<object>
  }
  provider: { callbackUrl: string }
  params: { state?: string }
  checks: { state?: string }
}

/**
 * Upstream: openid-client checks the callback (`state`, `iss`, `code`) and then sends the token request, without a size
 * limit and with a timeout that ends at the response head. `provider.token.request` replaces both. (NextAuth 4 ignores
 * `token.conform`.)
 *
 * Workaround: let openid-client check the callback, and replace its `grant` with our own token request. Tested in
 * `test/provider/faults.test.ts`.
 *
 * @throws BinkError `missing_state`, `invalid_callback`, `timeout` and the codes of {@link requestTokens}.
 */
export async function exchangeCallback(
  { client, provider, params, checks }: TokenRequestContext,
  { timeout, fetch }: Pick<ClientSettings, "timeout" | "fetch">,
): Promise<{ tokens: Tokens }> {
  if (checks.state && !params.state) throw missingState()

  return withTimeout({ timeout }, async (signal) => {
    const requestOwn = (form: TokenForm): Promise<Tokens> => {
      const { client_id, client_secret, issuer } = client
      return requestTokens(fetch, issuer.token_endpoint, { ...form, client_id, client_secret }, signal)
    }
    // With another authentication method, which the app must have set, openid-client sends the request.
    const grant = client.grant.bind(client)
    const isOwn = client.token_endpoint_auth_method === "client_secret_post"
    client.grant = isOwn ? requestOwn : (form) => grant(form).catch(() => Promise.reject(grantFailed()))

    // Without `response_type`, openid-client would accept an access token in the callback's query.
    const tokens = await client
      .oauthCallback(provider.callbackUrl, params, { ...checks, response_type: "code" })
      // openid-client's messages quote the state and the code.
      .catch((error) => Promise.reject(error instanceof BinkError ? error : invalidCallback()))
    return { tokens: parseTokens(tokens) }
  })
}

function grantFailed(): BinkError {
  return new BinkError(
    "token_refused",
    "Bink refused the token request. Check the client id and secret, and token_endpoint_auth_method: Bink documents client_secret_post.",
  )
}

type Factory = (options?: unknown) => object

/**
 * Upstream: NextAuth 4 reads a provider's properties and never calls it. Auth.js 5 calls a provider that is a function,
 * with credentials from its environment.
 *
 * Workaround: give an uncalled `Bink` the properties of a called one, so that it works in both. Tested in
 * `test/provider/environment.test.ts`.
 */
export function withProperties(provider: unknown): unknown {
  if (typeof provider !== "function" || !isBinkProvider(provider)) return provider
  const factory = provider as Factory
  // With `{}`, as Auth.js 5 calls it for the id, there is no warning about credentials that may be added later.
  const properties = Object.getOwnPropertyDescriptors(factory({}))
  return Object.defineProperties((options?: unknown) => factory(options), properties)
}

/** Type of {@link withProperties}. A provider that needs an argument stays as it is. */
export type WithProperties<Provider> = Provider extends () => infer Properties
  ? Provider & Properties
  : Provider

/**
 * Upstream: NextAuth 4 prints an error itself if the app has no logger. `withBink` sets one, so it has to print it.
 *
 * Workaround: print the same lines, except for objects in full: the error of a callback contains the code.
 */
export function printError(code: string, metadata: unknown): void {
  const { error = metadata, ...details } =
    metadata instanceof Error ? {} : ((metadata ?? {}) as { error?: unknown })
  console.error(`[next-auth][error][${code}] https://next-auth.js.org/errors#${code.toLowerCase()}`)
  console.error(describeError(error), ...(Object.keys(details).length > 0 ? [details] : []))
}
