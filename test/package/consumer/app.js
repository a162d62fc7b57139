/** An app that imports every entry, signs in a user and renders the components. */
import assert from "node:assert/strict"
import { Auth } from "@auth/core"
import Bink, { BinkError, meetsVerification, withBink } from "authjs-bink"
import { getBinkUser } from "authjs-bink/api"
import { bink as betterAuthBink } from "authjs-bink/better-auth"
import { createBinkEmulator } from "authjs-bink/emulator"
import { de } from "authjs-bink/locales"
import "authjs-bink/next-auth"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { createElement as h } from "react"
import { renderToStaticMarkup } from "react-dom/server"

const app = "http://app.test"
const emulator = createBinkEmulator({
  clients: [
    { clientId: "id", clientSecret: "secret", name: "App", redirectUris: [`${app}/api/auth/callback/bink`] },
  ],
  tokens: { "bink_of-yuki": "cmbink000000000000000yuki" },
  consent: { cmbink000000000000000yuki: "approve" },
})
const server = await emulator.listen({ port: 0 })
const config = withBink({
  providers: [Bink({ baseUrl: server.url, clientId: "id", clientSecret: "secret" })],
  basePath: "/api/auth",
  secret: "a secret of this app",
  trustHost: true,
})

const cookies = new Map()
/** Sends a request with the stored cookies, and stores new ones. Does not follow redirects. */
async function send(path, init = {}) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ")
  const response = await Auth(new Request(new URL(path, app), { ...init, headers: { cookie } }), config)
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)
    cookies.set(name, value)
  }
  return response
}

try {
  const { csrfToken } = await (await send("/api/auth/csrf")).json()
  const body = new URLSearchParams({ csrfToken, callbackUrl: app })
  const redirect = await send("/api/auth/signin/bink", { method: "POST", body })
  const consent = await fetch(`${redirect.headers.get("location")}&login_hint=yuki`, { redirect: "manual" })
  await send(consent.headers.get("location"))
  const { user } = await (await send("/api/auth/session")).json()
  assert.equal(user.name, "Yuki Tanaka")
  assert.ok(meetsVerification(user.bink, { level: 2, maxAge: 60 }))

  const profile = await getBinkUser("bink_of-yuki", { baseUrl: server.url })
  assert.equal(profile.username, "yuki")
  await assert.rejects(getBinkUser("bink_unknown", { baseUrl: server.url }), BinkError)
  assert.equal(betterAuthBink({ clientId: "id", clientSecret: "secret" }).providerId, "bink")

  const markup = renderToStaticMarkup([
    h(SignInWithBinkButton, { key: 1, messages: de }),
    h(VerificationBadge, { key: 2, verificationLevel: user.bink.verificationLevel }),
  ])
  assert.match(markup, /<button.*Mit Bink anmelden.*aria-label="Trusted by Bink"/)
} finally {
  await server.close()
}
