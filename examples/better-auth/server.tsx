import { meetsVerification } from "authjs-bink"
import { getMigrations } from "better-auth/db/migration"
import { fromNodeHeaders, toNodeHandler } from "better-auth/node"
import express, { type Request, type Response } from "express"
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"
import { auth } from "./auth"
import { StartPage, VerifiedPage } from "./pages"
import { problemOf } from "./problems"

const { HOST = "localhost", PORT = "3000" } = process.env

// For an app of one process. One of many runs `npx auth migrate` when it is deployed.
await (await getMigrations(auth.options)).runMigrations()

const app = express()
app.disable("x-powered-by")
// Which proxies before the app may say who asks and by which protocol: their addresses, or "loopback".
app.set("trust proxy", process.env.TRUST_PROXY ?? false)
// Better Auth limits sign-ins by the address in this header. Without one, everybody together has three in ten seconds.
app.use((request, _response, next) => {
  request.headers["x-forwarded-for"] = request.ip
  next()
})
app.all("/api/auth/{*path}", toNodeHandler(auth))
app.use(express.static(`${import.meta.dirname}/public`))

app.get("/", async (request, response) => {
  const user = await userOf(request)
  send(response, <StartPage user={user} problem={problemOf(request.query.error)} />)
})

app.get("/verified", async (request, response) => {
  const isVerified = meetsVerification(await userOf(request), { level: 1 })
  send(response.status(isVerified ? 200 : 403), <VerifiedPage isVerified={isVerified} />)
})

async function userOf(request: Request) {
  const session = await auth.api.getSession({ headers: fromNodeHeaders(request.headers) })
  return session?.user
}

function send(response: Response, page: ReactElement) {
  response
    .set({
      // The page is one person's: no cache may keep it, the browser's own for the Back button included.
      "Cache-Control": "no-store",
      "Content-Security-Policy": "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
      "X-Content-Type-Options": "nosniff",
    })
    .send(`<!doctype html>${renderToString(page)}`)
}

app.listen(Number(PORT), HOST, () => console.log(`http://localhost:${PORT}`))
