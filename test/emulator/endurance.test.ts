import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, expect, test } from "vitest"
import { authorizeUrl, exchange, KWAME, profile, sendTo, tokenForm } from "./requests.ts"

let server: BinkEmulatorServer | undefined
afterEach(() => server?.close())

/** Runs a task for each item, `width` at a time. */
async function inParallel<Item>(
  items: Item[],
  width: number,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = [...items]
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) await task(item)
    }),
  )
}

test("signs 1,000 users in at once, each with their own profile", async () => {
  const users = Array.from({ length: 1_000 }, (_, i) => ({
    id: `user${i}`,
    name: `User ${i}`,
    email: null,
    username: null,
    avatar: null,
    plan: "FREE" as const,
    verificationLevel: (i % 3) as 0 | 1 | 2,
  }))
  const bink = createBinkEmulator({ users, signedInAs: "user0" })
  server = await bink.listen({ port: 0 })
  const { url } = server
  const found = new Map<string, string>()
  await inParallel(users, 1_000, async ({ id }) => {
    const manual = (address: string, init?: RequestInit) => fetch(address, { redirect: "manual", ...init })
    const consent = await manual(authorizeUrl({ login_hint: id, state: id }, url))
    const transaction = new URL(consent.headers.get("location") as string, url).searchParams.get(
      "transaction",
    ) as string
    const body = new URLSearchParams({ transaction, decision: "allow" })
    const back = await manual(`${url}/consent`, { method: "POST", body })
    const { searchParams } = new URL(back.headers.get("location") as string)
    expect(searchParams.get("state")).toBe(id)
    const token = await manual(`${url}/api/oauth/token`, {
      method: "POST",
      body: tokenForm({ code: searchParams.get("code") }),
    })
    const { access_token } = await token.json()
    const response = await manual(`${url}/api/oauth/user`, {
      headers: { Authorization: `Bearer ${access_token}` },
    })
    found.set(id, (await response.json()).id)
  })
  expect(found.size).toBe(1_000)
  for (const [asked, got] of found) expect(got).toBe(asked)
}, 180_000)

test("limits its memory and keeps recent entries", async () => {
  const bink = createBinkEmulator({ consent: { [KWAME]: "approve" } })
  const send = sendTo(bink)
  const url = authorizeUrl({ login_hint: KWAME })
  let recent = ""
  for (let i = 0; i < 12_000; i++) {
    const location = (await send(url)).headers.get("location") as string
    recent = new URL(location).searchParams.get("code") as string
  }
  expect(bink.requests()).toHaveLength(10_000)
  const token = await (await exchange(send, { code: recent })).json()
  expect((await profile(send, token.access_token)).status).toBe(200)
}, 180_000)

test("responds to 10,000 random requests without an internal error or a stack trace", async () => {
  let seed = 20_240_229
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return seed / 2 ** 32
  }
  const pick = <Item>(items: Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const noise = (length: number) =>
    Array.from({ length }, () => String.fromCharCode(Math.floor(random() * 0x250))).join("")
  const names =
    "client_id redirect_uri response_type state code code_verifier grant_type client_secret transaction person decision action name token what times endpoint minutes __proto__ constructor".split(
      " ",
    )
  const values = [
    "demo-client",
    "demo-secret",
    "code",
    "authorization_code",
    KWAME,
    "allow",
    "create-token",
    "add-fault",
    "kind:reset",
    "status:9",
    "x:y",
    "user",
    "reset",
    "",
    "null",
    "[object Object]",
    "http://localhost:3000/api/auth/callback/bink",
  ]
  const paths = [
    "/",
    "/api/oauth/authorize",
    "/api/oauth/token",
    "/api/oauth/user",
    "/login",
    "/consent",
    "/settings",
    "/_bink",
    "/_bink/log",
    "/_bink/faults",
    "/_bink/faults/x",
    "/_bink/advance",
    "/_bink/consent",
    "/_bink/signed-in-as",
    "/avatars/%.svg",
    "/x",
  ]
  const params = () => {
    const search = new URLSearchParams()
    for (let i = 0; i < random() * 8; i++)
      search.append(pick([...names, noise(3)]), pick([...values, noise(20)]))
    return search
  }
  const bink = createBinkEmulator()
  const statuses = new Map<number, number>()
  for (let i = 0; i < 10_000; i++) {
    const method = pick(["GET", "POST", "POST", "PUT", "DELETE", "OPTIONS"])
    const body = pick([
      params(),
      noise(50),
      JSON.stringify({ ms: noise(3), endpoint: "user", status: random() * 700, person: noise(2) }),
      new Uint8Array(9).map(() => random() * 256),
    ])
    const headers: Record<string, string> = {
      authorization: pick(["", "Bearer", "Bearer x", "Basic x", "bearer bink_x"]),
      "content-type": pick(["application/json", "application/x-www-form-urlencoded", "text/plain", "x"]),
      cookie: pick(["", "bink_emulator_browser=x", `=;;${"=".repeat(9)}`]),
    }
    const request = new Request(`http://bink.test${pick(paths)}?${params()}`, {
      method,
      headers,
      ...(method !== "GET" && { body }),
    })
    // Random requests add faults, and a reset fault would reject.
    bink.faults.clear()
    const response = await bink.fetch(request)
    const text = await response.text()
    statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1)
    expect(response.status, `${method} ${request.url}`).toBeLessThan(500)
    expect(text).not.toMatch(/\bat \S+ \(|node:internal|\.ts:\d|TypeError|undefined/)
  }
  // The random requests passed more than the first check.
  expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 204, 303, 400, 401, 404, 405]))
}, 180_000)
