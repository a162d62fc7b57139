import { getBinkUser } from "authjs-bink/api"
import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { expect, test } from "vitest"
import {
  authorizeUrl,
  codeFor,
  exchange,
  hidden,
  KWAME,
  profile,
  type Send,
  sendTo,
  signIn,
} from "./requests.ts"

/** A random number generator with a seed (mulberry32). */
function seeded(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

async function transcript(bink: BinkEmulator): Promise<string[]> {
  const send = sendTo(bink)
  const code = await codeFor(send)
  const token = await (await exchange(send, { code })).text()
  return [code, token, JSON.stringify(bink.requests())]
}

test("generates the same codes and tokens for the same random and now", async () => {
  const make = (seed: number) => createBinkEmulator({ random: seeded(seed), now: () => 1_700_000_000_000 })
  const first = await transcript(make(1))
  expect(await transcript(make(1))).toEqual(first)
  expect(await transcript(make(2))).not.toEqual(first)
  expect((await transcript(createBinkEmulator()))[0]).not.toEqual((await transcript(createBinkEmulator()))[0])
})

test("generates unique codes even if random always returns the same number", async () => {
  const send = sendTo(createBinkEmulator({ random: () => 0.5 }))
  const codes = [await codeFor(send), await codeFor(send)]
  expect(new Set(codes).size).toBe(2)
  expect((await exchange(send, { code: codes[0] as string })).status).toBe(200)
  expect((await exchange(send, { code: codes[1] as string })).status).toBe(200)
})

test("uses the now option as its clock, and rejects a negative advance", async () => {
  let time = 5_000
  const bink = createBinkEmulator({ now: () => time })
  const send = sendTo(bink)
  const { access_token } = await (await exchange(send, { code: await codeFor(send) })).json()
  time += 3_600_000
  expect((await profile(send, access_token)).status).toBe(401)
  bink.advance(1_000)
  expect((await profile(send, access_token)).status).toBe(401)
  expect(bink.requests().at(-1)?.at).toBe(5_000 + 3_600_000 + 1_000)
  for (const ms of [-1, Number.NaN, Number.POSITIVE_INFINITY, "1" as unknown as number]) {
    expect(() => bink.advance(ms)).toThrow(expect.objectContaining({ code: "invalid_option" }))
  }
})

test("reset restores the seed", async () => {
  const bink = createBinkEmulator({ now: () => 0, tokens: { bink_kwame: KWAME } })
  const send = sendTo(bink)
  const { access_token } = await (await exchange(send, { code: await codeFor(send) })).json()
  const code = await codeFor(send)
  bink.faults.add({ endpoint: "user", status: 500 })
  bink.advance(1_000)
  bink.reset()
  expect(bink.requests()).toEqual([])
  expect(bink.faults.list()).toEqual([])
  expect((await profile(send, access_token)).status).toBe(401)
  expect((await exchange(send, { code })).status).toBe(400)
  expect((await profile(send, "bink_kwame")).status).toBe(200)
  expect(bink.requests()[0]?.at).toBe(0)
})

test("logs requests and redacts secrets in every parameter and in the path", async () => {
  const bink = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  const send = sendTo(bink)
  const url = authorizeUrl({ state: "shown", code_challenge_method: "S256", code_challenge: "c".repeat(43) })
  const code = (await signIn(send, url)).searchParams.get("code") as string
  const response = await exchange(send, {
    code: [code],
    code_verifier: "secret-verifier",
    redirect_uri: `http://localhost:3000/cb?code=${code}&client_secret=demo-secret`,
    my_api_key: "demo-secret",
  })
  expect(response.status).toBe(400)
  await profile(send, "bink_kwame")
  await send("http://bink.test/api/oauth/user/bink_kwame?access_token=bink_kwame&next=bink_kwame")
  const log = bink.requests()
  expect(log.map(({ method, endpoint, status }) => [method, endpoint, status])).toEqual([
    ["GET", "authorize", 200],
    ["POST", "token", 400],
    ["GET", "user", 200],
    ["GET", null, 404],
  ])
  expect(log[0]).toMatchObject({
    path: "/api/oauth/authorize",
    params: { state: "shown", client_id: "demo-client" },
  })
  expect(log[3]?.path).toBe("/api/oauth/user/[redacted]")
  expect(JSON.stringify(log)).not.toMatch(new RegExp(`bink_kwame|demo-secret|secret-verifier|${code}`))
})

test("requests() returns copies of the log entries", async () => {
  const bink = createBinkEmulator()
  await sendTo(bink)(authorizeUrl())
  Object.assign(bink.requests()[0]?.params ?? {}, { client_id: "changed" })
  expect(bink.requests()[0]?.params.client_id).toBe("demo-client")
})

test("onRequest receives the status of each request, or null if a fault prevents the response", async () => {
  const calls: unknown[] = []
  const bink = createBinkEmulator({ onRequest: ({ endpoint, status }) => calls.push([endpoint, status]) })
  const send = sendTo(bink)
  bink.faults.add({ endpoint: "user", times: 1, kind: "reset" })
  await send(authorizeUrl())
  await profile(send, "x").catch(() => undefined)
  await profile(send, "x")
  expect(calls).toEqual([
    ["authorize", 200],
    ["user", null],
    ["user", 401],
  ])
})

test("signs in without pages with login_hint and the consent option", async () => {
  const send = sendTo(
    createBinkEmulator({ consent: { [KWAME]: "approve", cmbink0000000000000000mia: "deny" } }),
  )
  for (const hint of [KWAME, "kwame", "kwame@example.com"]) {
    const response = await send(authorizeUrl({ login_hint: hint, state: "s" }))
    expect(response.status).toBe(303)
    const { searchParams } = new URL(response.headers.get("location") as string)
    expect(searchParams.get("state")).toBe("s")
    const token = await (await exchange(send, { code: searchParams.get("code") })).json()
    expect(await (await profile(send, token.access_token)).json()).toMatchObject({ id: KWAME })
  }
  const denied = await send(authorizeUrl({ login_hint: "mia" }))
  expect(denied.headers.get("location")).toContain("error=access_denied")
  // Other users see the consent page. An unknown hint is ignored.
  const asked = await send(authorizeUrl({ login_hint: "yuki" }))
  expect(asked.headers.get("location")).toMatch(/^\/consent\?transaction=/)
  expect((await send(authorizeUrl({ login_hint: "unknown" }))).status).toBe(200)
})

test("signedInAs skips the login page", async () => {
  const send = sendTo(createBinkEmulator({ signedInAs: KWAME, consent: { [KWAME]: "approve" } }))
  expect((await send(authorizeUrl())).headers.get("location")).toContain("?code=")
})

test("works under a base path, with pages, forms and files", async () => {
  const bink = createBinkEmulator()
  const send = sendTo(bink)
  const base = "https://app.test/dev/bink"
  const login = await send(authorizeUrl({}, base))
  const html = await login.text()
  expect(html).toContain('action="/dev/bink/login"')
  expect(login.headers.get("set-cookie")).toMatch(/; Path=\/dev\/bink; HttpOnly; SameSite=Lax; Secure$/)
  const links = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, link]) => link as string)
  expect(links.length).toBeGreaterThan(3)
  for (const link of links) expect((await send(new URL(link, base).href)).status).toBe(200)

  const body = new URLSearchParams({ transaction: hidden(html, "transaction"), person: KWAME })
  const signedIn = await send(`${base}/login`, { method: "POST", body })
  expect(signedIn.headers.get("location")).toMatch(/^\/dev\/bink\/consent\?/)
  body.set("decision", "allow")
  const allowed = await send(`${base}/consent`, { method: "POST", body })
  const code = new URL(allowed.headers.get("location") as string).searchParams.get("code")
  const token = await (
    await exchange((url, init) => send(url.replace("http://bink.test", base), init), { code })
  ).json()
  const user = await send(`${base}/api/oauth/user`, {
    headers: { Authorization: `Bearer ${token.access_token}` },
  })
  const { avatar } = await user.json()
  expect(avatar).toBe(`${base}/avatars/${KWAME}.svg`)
  expect((await send(avatar)).status).toBe(200)
})

test("emulators with the same key share their state and use the new seed", async () => {
  const key = `test-${Math.random()}`
  const before = sendTo(createBinkEmulator({ key }))
  const code = await codeFor(before)
  const after = createBinkEmulator({ key, tokens: { bink_new: KWAME } })
  expect((await exchange(sendTo(after), { code })).status).toBe(200)
  expect((await profile(sendTo(after), "bink_new")).status).toBe(200)
  expect(after.requests()).toHaveLength(3)
  const other = sendTo(createBinkEmulator({ key: `${key}-2` }))
  expect((await exchange(other, { code })).status).toBe(400)
})

test("fetch works as the fetch option of getBinkUser", async () => {
  const { fetch } = createBinkEmulator({ tokens: { bink_kwame: KWAME } })
  const baseUrl = "http://bink.test/under/a/path"
  expect(await getBinkUser("bink_kwame", { baseUrl, fetch })).toMatchObject({
    id: KWAME,
    verificationLevel: 1,
  })
  await expect(getBinkUser("bink_wrong", { baseUrl, fetch })).rejects.toMatchObject({ code: "unauthorized" })
})

test("fetch accepts the arguments of a Next.js route handler: a proxy of the request, and a context", async () => {
  const handler = createBinkEmulator().fetch as (request: Request, context: object) => Promise<Response>
  const request = new Proxy(new Request(authorizeUrl()), {
    get(target, name) {
      const found = Reflect.get(target, name, target)
      return typeof found === "function" ? found.bind(target) : found
    },
  })
  expect((await handler(request, { params: Promise.resolve({ path: ["x"] }) })).status).toBe(200)
})

test("limits the number and the length of logged parameters", async () => {
  const bink = createBinkEmulator()
  const search = new URLSearchParams({ state: "x".repeat(1_000_000) })
  for (let i = 0; i < 1_000; i++) search.append(`p${i}`, "y")
  await bink.fetch(`http://bink.test/api/oauth/authorize?__proto__=kept&${search}`)
  const [{ params } = { params: {} }] = bink.requests()
  expect(JSON.stringify(params).length).toBeLessThan(5_000)
  expect(Object.entries(params)).toContainEqual(["__proto__", "kept"])
})

test("methods work without this", async () => {
  const { fetch, requests } = createBinkEmulator()
  expect((await fetch(new Request(authorizeUrl()))).status).toBe(200)
  expect(requests()).toHaveLength(1)
})

test.each([
  "/api/oauth/token/",
  "/api/oauth/tokens",
  "/API/oauth/token",
  "//api/oauth/token",
  "/nope",
  "/_bink/nope",
  "/avatars/x.svg",
  "/avatars/%ff.svg",
  "/api/oauth/us%65r",
])("responds with 404 to %s", async (path) => {
  const send: Send = sendTo(createBinkEmulator())
  const { url, close } = await createBinkEmulator().listen({ port: 0 })
  expect((await send(`http://bink.test${path}`)).status).toBe(404)
  expect((await fetch(url + path)).status).toBe(404)
  await close()
})
