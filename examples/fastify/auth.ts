import { BinkError, type BinkProfile } from "authjs-bink"
import { createBinkClient, generateCodeVerifier, generateState } from "authjs-bink/oauth"
import type { FastifyInstance } from "fastify"

declare module "@fastify/secure-session" {
  interface SessionData {
    user: BinkProfile
    checks: { state: string; codeVerifier: string }
  }
}

export function addAuthRoutes(app: FastifyInstance, appUrl: string) {
  const bink = createBinkClient({ redirectUri: `${appUrl}/auth/callback/bink` })

  app.post("/auth/signin/bink", async (request, reply) => {
    const checks = { state: generateState(), codeVerifier: generateCodeVerifier() }
    request.session.set("checks", checks)
    return reply.redirect(String(await bink.createAuthorizationUrl(checks)))
  })

  app.get("/auth/callback/bink", async (request, reply) => {
    const checks = request.session.get("checks")
    try {
      const { profile } = await bink.exchangeCallback(request.url, { ...checks })
      request.session.regenerate()
      request.session.set("user", profile)
      return reply.redirect("/")
    } catch (error) {
      console.error(error)
      request.session.set("checks", undefined)
      return reply.redirect(`/?error=${error instanceof BinkError ? error.code : "failed"}`)
    }
  })

  app.post("/auth/signout", async (request, reply) => {
    request.session.delete()
    return reply.redirect("/")
  })
}
