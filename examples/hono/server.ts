import { readFileSync } from "node:fs"
import { authHandler, getAuthUser, initAuthConfig } from "@hono/auth-js"
import { serve } from "@hono/node-server"
import { meetsVerification } from "authjs-bink"
import { type Context, Hono } from "hono"
import { authConfig } from "./auth.ts"
import { startPage, verifiedPage } from "./pages.ts"

const { HOST = "localhost", PORT = "3000" } = process.env
const styles = ["authjs-bink/styles.css", "./styles.css"]
  .map((file) => readFileSync(new URL(import.meta.resolve(file)), "utf8"))
  .join("\n")

const app = new Hono()
app.use(async (c, next) => {
  // Pages contain the user's data: no cache may store them, including the browser's back/forward cache.
  c.header("Cache-Control", "no-store")
  c.header(
    "Content-Security-Policy",
    "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  )
  c.header("X-Content-Type-Options", "nosniff")
  await next()
})
app.use(initAuthConfig(authConfig))
app.use("/auth/*", authHandler())

app.get("/", async (c) => {
  const error = c.req.query("error") !== undefined
  return c.html(startPage({ user: await getUser(c), error, csrfToken: await getCsrfToken(c) }))
})

app.get("/verified", async (c) => {
  const user = await getUser(c)
  const isVerified = meetsVerification(user?.bink, { level: 1 })
  return c.html(verifiedPage({ isVerified }), isVerified ? 200 : 403)
})

app.get("/styles.css", (c) => c.body(styles, 200, { "Content-Type": "text/css" }))

async function getUser(c: Context) {
  const authUser = await getAuthUser(c)
  return authUser?.session.user
}

/** Returns the token that Auth.js requires in the forms, and sets its cookie. */
async function getCsrfToken(c: Context): Promise<string> {
  const response = await app.request(new URL("/auth/csrf", c.req.url), { headers: c.req.raw.headers })
  for (const cookie of response.headers.getSetCookie()) c.header("Set-Cookie", cookie, { append: true })
  const { csrfToken } = await response.json()
  return csrfToken
}

serve({ fetch: app.fetch, hostname: HOST, port: Number(PORT) }, () => console.log(`http://localhost:${PORT}`))
