import { ExpressAuth, getSession } from "@auth/express"
import { meetsVerification } from "authjs-bink"
import express, { type Response } from "express"
import type { ReactElement } from "react"
import { renderToString } from "react-dom/server"
import { authConfig } from "./auth"
import { StartPage, VerifiedPage } from "./pages"

const { HOST = "localhost", PORT = "3000" } = process.env

const app = express()
app.disable("x-powered-by")
// Reverse proxies whose X-Forwarded-* headers are trusted: IP addresses, or "loopback".
app.set("trust proxy", process.env.TRUST_PROXY ?? false)
app.use("/auth", ExpressAuth(authConfig))
app.use(express.static(`${import.meta.dirname}/public`))

app.get("/", async (request, response) => {
  const session = await getSession(request, authConfig)
  send(response, <StartPage user={session?.user} error={"error" in request.query} />)
})

app.get("/verified", async (request, response) => {
  const session = await getSession(request, authConfig)
  const isVerified = meetsVerification(session?.user?.bink, { level: 1 })
  send(response.status(isVerified ? 200 : 403), <VerifiedPage isVerified={isVerified} />)
})

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
