import { withDeadline } from "../api/deadline.js"
import { readBytes, send } from "../api/response.js"
import { BinkError } from "../errors.js"
import { missingState } from "../protocol/missing-state.js"
import { parseTokens, postForTokens, type Tokens } from "./tokens.js"

/** What bounds the token request. */
export interface Bounds {
  timeout: number
  fetch: typeof fetch
}

/**
 * Auth.js 5 makes the token request itself, and lets a provider say by what: a fetch that keeps to a time and a size.
 */
export function boundedFetch(bounds: Bounds): typeof fetch {
  return (url, init) =>
    withDeadline({ timeout: bounds.timeout, signal: init?.signal ?? undefined }, async (signal) => {
      const response = await send(bounds.fetch, url, { ...init, signal })
      const { status, headers } = response
      const bytes = await readBytes(response)
      return new Response(bytes.length > 0 ? bytes : null, { status, headers })
    })
}

type Form = Record<string, string | undefined>

/** What NextAuth 4 hands over: openid-client 5, made anew for this request, and what the callback has to fulfil. */
export interface TokenContext {
  client: {
    client_id: string
    client_secret?: string
    token_endpoint_auth_method?: string
    issuer: { token_endpoint: string }
    grant: (form: Form) => Promise<object>
    oauthCallback: (redirectUri: string, params: object, checks: object) => Promise<object>
  }
  provider: { callbackUrl: string }
  params: { state?: string }
  checks: { state?: string }
}

/**
 * NextAuth 4 leaves the token request to the provider. openid-client checks the callback (`state`, `iss`, `code`);
 * the request after that is ours, since its own has no limit of size, and of time only for the head of the answer.
 *
 * @throws BinkError `missing_state`, `invalid_callback`, `timeout`, and what {@link postForTokens} throws.
 */
export async function requestTokens(
  { client, provider, params, checks }: TokenContext,
  { timeout, fetch }: Bounds,
): Promise<{ tokens: Tokens }> {
  if (checks.state && !params.state) throw missingState()

  return withDeadline({ timeout }, async (signal) => {
    const exchange = (form: Form): Promise<Tokens> => {
      const { client_id, client_secret, issuer } = client
      return postForTokens(fetch, issuer.token_endpoint, { ...form, client_id, client_secret }, signal)
    }
    // Any other way for the client to show itself is the user's own choice, and openid-client knows how.
    const grant = client.grant.bind(client)
    const isOurs = client.token_endpoint_auth_method === "client_secret_post"
    client.grant = isOurs ? exchange : (form) => grant(form).catch(() => Promise.reject(tokenRefused()))

    // Without a response type, a callback that brings an access token of its own would be believed.
    const answer = await client
      .oauthCallback(provider.callbackUrl, params, { ...checks, response_type: "code" })
      .catch((error) => Promise.reject(error instanceof BinkError ? error : invalidCallback()))
    return { tokens: parseTokens(answer) }
  })
}

/** openid-client's own messages quote the state and the code. */
function invalidCallback(): BinkError {
  return new BinkError(
    "invalid_callback",
    "The callback does not answer a sign-in that this browser began: its state or its issuer is another one, or it has no code. Nobody is signed in on it. " +
      "A link that was opened twice does that, and so does someone who sends their own.",
  )
}

function tokenRefused(): BinkError {
  return new BinkError(
    "token_refused",
    "Bink gave no token for the code. Check the client id and secret, and token_endpoint_auth_method: Bink documents client_secret_post.",
  )
}
