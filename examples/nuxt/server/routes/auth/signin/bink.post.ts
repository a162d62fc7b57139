import { generateCodeVerifier, generateState } from "authjs-bink/oauth"

export default defineEventHandler(async (event) => {
  const checks = { state: generateState(), codeVerifier: generateCodeVerifier() }
  await setUserSession(event, { secure: { checks } })
  return sendRedirect(event, String(await bink.createAuthorizationUrl(checks)))
})
