import type { BinkProfile } from "authjs-bink"
import { createBinkClient } from "authjs-bink/oauth"
import { createCookieSessionStorage } from "react-router"

const { APP_URL = "http://localhost:3000", SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error("Missing SESSION_SECRET. Generate one: openssl rand -base64 33")

export const bink = createBinkClient({ redirectUri: `${APP_URL}/auth/callback/bink` })

interface SessionData {
  user: BinkProfile
  /** Of the sign-in that runs. */
  checks: { state: string; codeVerifier: string }
}

export const { getSession, commitSession, destroySession } = createCookieSessionStorage<SessionData>({
  cookie: {
    name: "session",
    secrets: [SESSION_SECRET],
    httpOnly: true,
    sameSite: "lax",
    secure: APP_URL.startsWith("https:"),
    path: "/",
    maxAge: 7 * 24 * 60 * 60,
  },
})

/** Returns the user of the session, or `undefined`. */
export async function getUser(request: Request): Promise<BinkProfile | undefined> {
  const session = await getSession(request.headers.get("Cookie"))
  return session.get("user")
}
