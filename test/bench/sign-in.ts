import { Auth, type AuthConfig } from "@auth/core"

/** Address of the app of the measurements. */
export const ORIGIN = "http://localhost:3000"

/**
 * Signs in once: from the POST of the button to the session cookie, without the pages of the provider. Returns the
 * cookies of the session.
 */
export async function signIn(config: AuthConfig, provider: string): Promise<string> {
  const csrf = await Auth(new Request(`${ORIGIN}/api/auth/csrf`), config)
  const { csrfToken } = (await csrf.json()) as { csrfToken: string }
  const redirect = await Auth(
    new Request(`${ORIGIN}/api/auth/signin/${provider}`, {
      method: "POST",
      headers: { cookie: cookiesOf(csrf), "X-Auth-Return-Redirect": "1" },
      body: new URLSearchParams({ csrfToken, callbackUrl: ORIGIN }),
    }),
    config,
  )
  const { url } = (await redirect.json()) as { url: string }
  const query = new URLSearchParams({ code: "code", state: new URL(url).searchParams.get("state") ?? "" })
  const callback = await Auth(
    new Request(`${ORIGIN}/api/auth/callback/${provider}?${query}`, {
      headers: { cookie: [cookiesOf(csrf), cookiesOf(redirect)].join("; ") },
    }),
    config,
  )
  const cookies = cookiesOf(callback)
  if (!cookies.includes("session-token")) throw new Error(`The sign-in with ${provider} created no session.`)
  return cookies
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ")
}
