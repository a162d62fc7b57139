import { meetsVerification } from "authjs-bink"
import { getMigrations } from "better-auth/db/migration"
import { fromNodeHeaders, toNodeHandler } from "better-auth/node"
import express, { type Request, type Response } from "express"
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"
import { auth } from "./auth"
import { errorMessage } from "./error-message"
import { StartPage, VerifiedPage } from "./pages"

const { HOST = "localhost", PORT = "3000" } = process.env

// For an app with one process. With several, run `npx auth migrate` during deployment instead.
await (await getMigrations(auth.options)).runMigrations()

const app = express()
app.disable("x-powered-by")
// Reverse proxies whose X-Forwarded-* headers are trusted: IP addresses, or "loopback".
app.set("trust proxy", process.env.TRUST_PROXY ?? false)
// Better Auth limits sign-ins per IP address in this header. Without it, all users share one limit.
app.use((request, _response, next) => {
  request.headers["x-forwarded-for"] = request.ip
  next()
})
app.all("/api/auth/{*path}", toNodeHandler(auth))
app.use(express.static(`${import.meta.dirname}/public`))

app.get("/", async (request, response) => {
  const user = await getUser(request)
  send(response, <StartPage user={user} error={errorMessage(request.query.error)} />)
})

app.get("/verified", async (request, response) => {
  const isVerified = meetsVerification(await getUser(request), { level: 1 })
  send(response.status(isVerified ? 200 : 403), <VerifiedPage isVerified={isVerified} />)
})

async function getUser(request: Request) {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  return session?.user
}

function send(response: Response, page: ReactElement) {
  response
    .set({
      // Pages contain the user's data: no cache may store them, including the browser's back/forward cache.
      "Cache-Control": "no-store",
      // The badge aligns itself with a style attribute.
      "Content-Security-Policy":
        "default-src 'self'; style-src-attr 'unsafe-inline'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
    })
    .send(`<!doctype html>${renderToString(page)}`)
}

app.listen(Number(PORT), HOST, () => console.log(`http://localhost:${PORT}`))
