import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseEnv } from "node:util"
import { getBinkUser } from "authjs-bink/api"
import { afterAll, afterEach, expect, test } from "vitest"
import { run, start } from "./authjs-bink.ts"

const folder = mkdtempSync(join(tmpdir(), "authjs-bink-seed-"))
afterAll(() => rmSync(folder, { recursive: true }))

const running: ReturnType<typeof start>[] = []
afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    child.kill()
    await ended
  }
})

async function startEmulator(...args: string[]) {
  const emulator = start(["emulator", "--port", "0", ...args])
  running.push(emulator)
  const [, url = ""] = await emulator.until(/running at (\S+)[\s\S]*as they come/)
  return { ...emulator, url }
}

function seedFile(text: string): string {
  const path = join(folder, `seed-${crypto.randomUUID()}.json`)
  writeFileSync(path, text)
  return path
}

test("prints an environment that can be pasted, the people, and each request as it comes, redacted", async () => {
  const { url, printed, until } = await startEmulator()
  expect(parseEnv(printed.stdout)).toMatchObject({
    AUTH_BINK_ID: "demo-client",
    AUTH_BINK_SECRET: "demo-secret",
    AUTH_BINK_ISSUER: url,
  })
  expect(printed.stdout).toContain("http://localhost:3000/api/auth/callback/bink")
  expect(printed.stdout).toContain("Yuki Tanaka  ★ trusted")
  for (const [address = ""] of printed.stdout.matchAll(new RegExp(`${url}/\\S+`, "g"))) {
    expect((await fetch(address)).status, address).toBe(200)
  }

  const wrong = {
    grant_type: "authorization_code",
    code: "c0de",
    client_id: "demo-client",
    client_secret: "s3cret",
  }
  await fetch(`${url}/api/oauth/token`, { method: "POST", body: new URLSearchParams(wrong) })
  const [line] = await until(/^.*\/api\/oauth\/token.*$/m)
  expect(line).toMatch(
    /^\d\d:\d\d:\d\d {2}4\d\d {2}POST {2}\/api\/oauth\/token {2}grant_type=authorization_code/,
  )
  expect(line).toContain("client_secret=[redacted]")
  expect(printed.stdout).not.toMatch(/s3cret|c0de/)
  expect(printed.stdout).not.toContain("\u001b")

  const redirectUri = "http://localhost:3000/api/auth/callback/bink"
  await fetch(`${url}/api/oauth/authorize?redirect_uri=${redirectUri}&state=${"s".repeat(400)}`)
  const [sealed] = await until(/^.*\/api\/oauth\/authorize.*$/m)
  expect(sealed).toMatch(new RegExp(`redirect_uri=${redirectUri} state=s{16}…$`))
})

test("a second start on the same port says who is there, and what to do", async () => {
  const { url } = await startEmulator()
  const second = await run(["emulator", "--port", new URL(url).port])
  expect(second).toMatchObject({ code: 1, stdout: "" })
  expect(second.stderr).toContain(`An emulator is running at ${url} already`)
  expect(second.stderr).toContain("--port 0")
})

test.each(["SIGINT", "SIGTERM"] as const)("%s ends it cleanly, connections included", async (signal) => {
  const { child, ended, url } = await startEmulator()
  await fetch(url)
  child.kill(signal)
  expect(await ended).toMatchObject({ code: 0, stderr: "" })
  await expect(fetch(url)).rejects.toThrow()
})

test("a seed gives people, clients and tokens; --redirect-uri one more callback URL", async () => {
  const person = {
    name: "Ada",
    email: null,
    username: null,
    avatar: null,
    plan: "FREE",
    verificationLevel: 1,
  }
  const seed = seedFile(
    JSON.stringify({
      users: [{ ...person, id: "ada" }],
      clients: [
        { clientId: "shop", clientSecret: "it is #1", name: "Shop", redirectUris: ["https://shop.test/cb"] },
      ],
      tokens: { bink_ada: "ada" },
    }),
  )
  const { url, printed } = await startEmulator("--seed", seed, "--redirect-uri", "http://localhost:4000/cb")
  expect(parseEnv(printed.stdout)).toMatchObject({ AUTH_BINK_ID: "shop", AUTH_BINK_SECRET: "it is #1" })
  expect(await getBinkUser("bink_ada", { baseUrl: url })).toEqual({ ...person, id: "ada" })

  for (const redirectUri of ["https://shop.test/cb", "http://localhost:4000/cb"]) {
    const query = { client_id: "shop", redirect_uri: redirectUri, response_type: "code" }
    expect((await fetch(`${url}/api/oauth/authorize?${new URLSearchParams(query)}`)).status).toBe(200)
  }
})

test("--state drop and --pkce require reach the emulator", async () => {
  const { url } = await startEmulator("--state", "drop", "--pkce", "require")
  const redirectUri = "http://localhost:3000/api/auth/callback/bink"
  const query = { client_id: "demo-client", redirect_uri: redirectUri, response_type: "code", state: "s" }
  const answer = await fetch(`${url}/api/oauth/authorize?${new URLSearchParams(query)}`, {
    redirect: "manual",
  })
  const back = new URL(answer.headers.get("location") as string).searchParams
  expect({ error: back.get("error"), state: back.get("state") }).toEqual({
    error: "invalid_request",
    state: null,
  })
})

test.each([
  ["not there", "/nowhere/seed.json", "there is no such file"],
  ["a folder", folder, "it is a folder"],
  ["no JSON", seedFile('{\n  "tokens": {"bink_secret": "x",}\n}'), "is no JSON"],
  ["empty", seedFile(""), "is no JSON"],
  ["a list", seedFile("[]"), "must be an object"],
  ["null", seedFile("null"), "must be an object"],
  ["misspelt", seedFile('{"user": []}'), 'Did you mean "users"?'],
  ["of another shape", seedFile('{"users": {}}'), "users must be a list"],
  ["without an id", seedFile('{"users": [{"name": "x"}]}'), "users[0].id"],
  ["about nobody", seedFile('{"tokens": {"bink_secret": "nobody"}}'), "nobody"],
  [
    "without a client's address",
    seedFile('{"clients": [{"clientId": "a", "clientSecret": "secret", "name": "A"}]}'),
    "redirectUris",
  ],
])("a seed that is %s is a sentence, and nothing starts", async (_, path, expected) => {
  const { code, stdout, stderr } = await run(["emulator", "--port", "0", "--seed", path])
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/bink_secret|\n\s+at /)
})
