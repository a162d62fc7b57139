import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { createClient } from "@libsql/client"
import { NextRequest } from "next/server.js"
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest"
import { ROOT, readBlocks } from "../docs/blocks.ts"
import { sendResponse, toRequest } from "../helpers/auth-apps.ts"
import { type BinkServer, listenAsBink, PROFILE, respondJson, SECRETS } from "../helpers/bink-server.ts"
import { bundlePrograms } from "../helpers/bundle-program.ts"
import { cookieHeader, createHttpBrowser } from "../helpers/http-browser.ts"

/** Runs `auth.ts` and `proxy.ts` of "Split config" with next-auth 5 and SQLite. */
const FOLDER = join(ROOT, ".cache/split-config")
const DATABASE_URL = `file:${join(FOLDER, "app.db")}`

type Handler = (request: NextRequest) => Promise<Response>

let bink: BinkServer
let handlers: Record<"GET" | "POST", Handler>
let proxy: (request: NextRequest, context: object) => Promise<Response>

beforeAll(async () => {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  for (const { path, text } of readBlocks("docs/recipes/split-config.md"))
    if (path?.endsWith(".ts")) writeFileSync(join(FOLDER, path), text)
  await bundlePrograms(
    ["auth.ts", "proxy.ts"].map((file) => join(FOLDER, file)),
    FOLDER,
  )
  await createClient({ url: DATABASE_URL }).executeMultiple(`
    create table user (id text primary key, name text, email text unique, emailVerified integer, image text);
    create table account (
      userId text not null references user on delete cascade, type text not null, provider text not null,
      providerAccountId text not null, refresh_token text, access_token text, expires_at integer, token_type text,
      scope text, id_token text, session_state text, primary key (provider, providerAccountId)
    );
  `)
  bink = await listenAsBink()
  vi.stubEnv("DATABASE_URL", DATABASE_URL)
  vi.stubEnv("AUTH_SECRET", "secret-of-the-split-config")
  vi.stubEnv("AUTH_TRUST_HOST", "true")
  vi.stubEnv("AUTH_BINK_ID", "client")
  vi.stubEnv("AUTH_BINK_SECRET", SECRETS.clientSecret)
  vi.stubEnv("AUTH_BINK_ISSUER", bink.url)
  const load = (name: string) => import(pathToFileURL(join(FOLDER, `${name}.mjs`)).href)
  handlers = (await load("auth")).handlers
  proxy = (await load("proxy")).default
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await bink.close()
})

/** Starts a server with the route handlers of `auth.ts`. */
async function startApp(): Promise<string> {
  const server = createServer(async (incoming, outgoing) => {
    const request = new NextRequest(await toRequest(incoming))
    const handler = incoming.method === "POST" ? handlers.POST : handlers.GET
    const isRoute = incoming.url?.startsWith("/api/auth/")
    await sendResponse(isRoute ? await handler(request) : new Response("A page"), outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://localhost:${(server.address() as AddressInfo).port}`
}

test.each([
  ["lets a user of level 1 pass", 1, null],
  ["redirects a user of level 0 to the sign-in page", 0, "/sign-in"],
])("the proxy of the split config %s", async (_, verificationLevel, redirect) => {
  bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel }) })
  const url = await startApp()
  const browser = createHttpBrowser()
  await browser.signIn(url)
  expect(await browser.session(url)).toHaveProperty("user.bink.verificationLevel", verificationLevel)

  const headers = {
    cookie: cookieHeader(browser.cookies(url)),
    host: new URL(url).host,
    "x-forwarded-proto": "http",
  }
  const response = await proxy(new NextRequest(`${url}/members`, { headers }), {})
  const location = response.headers.get("location")
  expect(location && new URL(location).pathname).toBe(redirect)
})

test("the proxy of the split config redirects a signed-out user to the sign-in page", async () => {
  const headers = { host: "localhost:3000", "x-forwarded-proto": "http" }
  const response = await proxy(new NextRequest("http://localhost:3000/members", { headers }), {})
  expect(new URL(response.headers.get("location") ?? "").pathname).toBe("/sign-in")
})

test("update() with data of the browser does not change the identity", async () => {
  const url = await startApp()
  bink.setResponses({})
  const browser = createHttpBrowser()
  await browser.signIn(url)
  const before = await browser.session(url)
  const data = {
    bink: { ...PROFILE, verificationLevel: 2, checkedAt: 0 },
    user: { bink: { verificationLevel: 2 } },
  }
  const { status } = await browser.update(url, data)
  expect(status).toBe(200)
  expect((await browser.session(url))?.user).toEqual(before?.user)
  expect(before).toHaveProperty("user.bink.verificationLevel", 1)
})
