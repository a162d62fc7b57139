import { readFileSync } from "node:fs"
import formbody from "@fastify/formbody"
import secureSession from "@fastify/secure-session"
import { meetsVerification } from "authjs-bink"
import { Eta } from "eta"
import fastify from "fastify"
import { addAuthRoutes } from "./auth.ts"

const { HOST = "localhost", PORT = "3000", SESSION_KEY = "" } = process.env
const { APP_URL = `http://localhost:${PORT}` } = process.env
const styles = ["authjs-bink/styles.css", "./styles.css"]
  .map((file) => readFileSync(new URL(import.meta.resolve(file)), "utf8"))
  .join("\n")
const views = new Eta({ views: `${import.meta.dirname}/views`, cache: true })

const app = fastify()
await app.register(formbody)
await app.register(secureSession, {
  key: Buffer.from(SESSION_KEY, "base64"),
  expiry: 7 * 24 * 60 * 60,
  cookie: { path: "/", httpOnly: true, sameSite: "lax", secure: APP_URL.startsWith("https:") },
})
app.addHook("onSend", async (_request, reply) => {
  // Pages contain the user's data: no cache may store them, including the browser's back/forward cache.
  reply.header("Cache-Control", "no-store")
  reply.header(
    "Content-Security-Policy",
    "default-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'",
  )
  reply.header("X-Content-Type-Options", "nosniff")
})
addAuthRoutes(app, APP_URL)

app.get<{ Querystring: { error?: string } }>("/", async (request, reply) => {
  const user = request.session.get("user")
  reply.type("text/html")
  return views.render("./start", { user, error: request.query.error })
})

app.get("/verified", async (request, reply) => {
  const isVerified = meetsVerification(request.session.get("user"), { level: 1 })
  reply.type("text/html").code(isVerified ? 200 : 403)
  return views.render("./verified", { isVerified })
})

app.get("/styles.css", async (_request, reply) => {
  reply.type("text/css")
  return styles
})

await app.listen({ host: HOST, port: Number(PORT) })
console.log(APP_URL)
