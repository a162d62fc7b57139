import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseEnv } from "node:util"
import { getBinkUser } from "authjs-bink/api"
import { afterAll, afterEach, expect, test } from "vitest"
import { MAIN, run, start } from "./run-cli.ts"

const directory = mkdtempSync(join(tmpdir(), "authjs-bink-seed-"))
afterAll(() => rmSync(directory, { recursive: true }))

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
  const [, url = ""] = await emulator.until(/running at (\S+)[\s\S]*Requests:/)
  return { ...emulator, url }
}

function seedFile(text: string): string {
  const path = join(directory, `seed-${crypto.randomUUID()}.json`)
  writeFileSync(path, text)
  return path
}

test("emulator prints environment variables, callback URLs, users and pages", async () => {
  const { url, printed } = await startEmulator()
  expect(parseEnv(printed.stdout)).toMatchObject({
    AUTH_BINK_ID: "demo-client",
    AUTH_BINK_SECRET: "demo-secret",
    AUTH_BINK_ISSUER: url,
  })
  expect(printed.stdout).toContain("http://localhost:3000/api/auth/callback/bink")
  expect(printed.stdout).toContain("Yuki Tanaka  ★ Trusted")
  for (const [address = ""] of printed.stdout.matchAll(new RegExp(`${url}/\\S+`, "g"))) {
    expect((await fetch(address)).status, address).toBe(200)
  }
  expect(printed.stdout).not.toContain("\u001b")
})

test("emulator prints each request without secrets, and shortens long values except redirect URIs", async () => {
  const { url, printed, until } = await startEmulator()
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

  const redirectUri = "http://localhost:3000/api/auth/callback/bink"
  await fetch(`${url}/api/oauth/authorize?redirect_uri=${redirectUri}&state=${"s".repeat(400)}`)
  const [authorize] = await until(/^.*\/api\/oauth\/authorize.*$/m)
  expect(authorize).toMatch(new RegExp(`redirect_uri=${redirectUri} state\\*=s{16}…$`))
})

test("emulator marks the parameters that are not on Bink's developer page", async () => {
  const { url, until } = await startEmulator()
  await fetch(`${url}/api/oauth/authorize?client_id=demo-client&prompt=login`)
  const [line] = await until(/^.*\/api\/oauth\/authorize.*$/m)
  expect(line).toMatch(/ client_id=demo-client prompt\*=login$/)
})

test("emulator exits with the URL of another emulator on the same port", async () => {
  const { url } = await startEmulator()
  const second = await run(["emulator", "--port", new URL(url).port])
  expect(second).toMatchObject({ code: 1, stdout: "" })
  expect(second.stderr).toContain(`An emulator is already running at ${url}`)
  expect(second.stderr).toContain("--port 0")
})

test.each(["SIGINT", "SIGTERM"] as const)(
  "emulator closes the server on %s and exits with 0",
  async (signal) => {
    const { child, ended, url } = await startEmulator()
    await fetch(url)
    child.kill(signal)
    expect(await ended).toMatchObject({ code: 0, stderr: "" })
    await expect(fetch(url)).rejects.toThrow()
  },
)

test("emulator --seed sets users, clients and tokens, and --redirect-uri adds a callback URL", async () => {
  const profile = {
    name: "Ada",
    email: null,
    username: null,
    avatar: null,
    plan: "FREE",
    verificationLevel: 1,
  }
  const seed = seedFile(
    JSON.stringify({
      users: [{ ...profile, id: "ada" }],
      clients: [
        { clientId: "shop", clientSecret: "it is #1", name: "Shop", redirectUris: ["https://shop.test/cb"] },
      ],
      tokens: { bink_ada: "ada" },
    }),
  )
  const { url, printed } = await startEmulator("--seed", seed, "--redirect-uri", "http://localhost:4000/cb")
  expect(parseEnv(printed.stdout)).toMatchObject({ AUTH_BINK_ID: "shop", AUTH_BINK_SECRET: "it is #1" })
  expect(await getBinkUser("bink_ada", { baseUrl: url })).toEqual({ ...profile, id: "ada" })

  for (const redirectUri of ["https://shop.test/cb", "http://localhost:4000/cb"]) {
    const query = { client_id: "shop", redirect_uri: redirectUri, response_type: "code" }
    expect((await fetch(`${url}/api/oauth/authorize?${new URLSearchParams(query)}`)).status).toBe(200)
  }
})

test("emulator --state drop removes state from redirects, and --pkce require rejects requests without PKCE", async () => {
  const { url } = await startEmulator("--state", "drop", "--pkce", "require")
  const redirectUri = "http://localhost:3000/api/auth/callback/bink"
  const query = { client_id: "demo-client", redirect_uri: redirectUri, response_type: "code", state: "s" }
  const response = await fetch(`${url}/api/oauth/authorize?${new URLSearchParams(query)}`, {
    redirect: "manual",
  })
  const params = new URL(response.headers.get("location") as string).searchParams
  expect({ error: params.get("error"), state: params.get("state") }).toEqual({
    error: "invalid_request",
    state: null,
  })
})

test.each([
  ["that does not exist", "/nowhere/seed.json", "the file does not exist"],
  ["that is a directory", directory, "it is a directory"],
  ["that is not JSON", seedFile('{\n  "tokens": {"bink_secret": "x",}\n}'), "Invalid JSON in seed file"],
  ["that is empty", seedFile(""), "Invalid JSON in seed file"],
  ["that is a list", seedFile("[]"), "must be an object"],
  ["that is null", seedFile("null"), "must be an object"],
  ["with a misspelt key", seedFile('{"user": []}'), 'Did you mean "users"?'],
  ["with users that are not a list", seedFile('{"users": {}}'), "users must be a list"],
  ["with a user without an id", seedFile('{"users": [{"name": "x"}]}'), "users[0].id"],
  ["with a token of an unknown user", seedFile('{"tokens": {"bink_secret": "u404"}}'), "u404"],
  [
    "with a client without redirect URIs",
    seedFile('{"clients": [{"clientId": "a", "clientSecret": "secret", "name": "A"}]}'),
    "redirectUris",
  ],
])("emulator rejects a seed file %s and does not start", async (_, path, expected) => {
  const { code, stdout, stderr } = await run(["emulator", "--port", "0", "--seed", path])
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" })
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/bink_secret|\n\s+at /)
})

const PRINT_ENVIRONMENT =
  "const { AUTH_BINK_ISSUER, AUTH_BINK_ID, AUTH_BINK_SECRET } = process.env;" +
  "fetch(AUTH_BINK_ISSUER + '/api/oauth/user').then(({ status }) => console.log(JSON.stringify({ AUTH_BINK_ISSUER, AUTH_BINK_ID, AUTH_BINK_SECRET, status })))"

const emulatorWith = (...command: string[]) => [
  "emulator",
  "--port",
  "0",
  "--redirect-uri",
  "http://localhost:9/cb",
  "--",
  ...command,
]

test("emulator -- command sets the environment, prints only the command's output, and frees the port", async () => {
  const { code, stdout, stderr } = await run(
    emulatorWith(process.execPath, "-e", PRINT_ENVIRONMENT, "--", "--help"),
  )
  const printed = JSON.parse(stdout)
  expect(printed).toMatchObject({ AUTH_BINK_ID: "demo-client", AUTH_BINK_SECRET: "demo-secret", status: 401 })
  expect(stderr).toContain(printed.AUTH_BINK_ISSUER)
  expect(code).toBe(0)
  await expect(fetch(printed.AUTH_BINK_ISSUER)).rejects.toThrow()
})

test.each([
  ["its exit status", "process.exit(7)", 7],
  ["128 and the signal", "process.kill(process.pid, 'SIGTERM'); setTimeout(() => {}, 9999)", 143],
])("emulator -- command exits with %s", async (_, code, status) => {
  expect((await run(emulatorWith(process.execPath, "-e", code))).code).toBe(status)
})

test("emulator -- command exits with 127 for a command that does not exist, and with 2 without one", async () => {
  const missing = await run(emulatorWith("no-such-command"))
  expect(missing.code).toBe(127)
  expect(missing.stderr).toContain("Command not found: no-such-command")
  expect((await run(["emulator", "--port", "0", "--"])).code).toBe(2)
})

test("emulator -- command forwards SIGTERM", async () => {
  const emulator = start(
    emulatorWith(
      process.execPath,
      "-e",
      "process.on('SIGTERM', () => process.exit(5)); console.log('ready'); setInterval(() => {}, 999)",
    ),
  )
  running.push(emulator)
  await emulator.until(/ready/)
  emulator.child.kill("SIGTERM")
  expect((await emulator.ended).code).toBe(5)
})

test("emulator ends when npx, its parent, is killed", async () => {
  // npx does not forward every signal. This parent ends like it.
  const parent = spawn(
    process.execPath,
    [
      "-e",
      "require('child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' })",
      MAIN,
      "emulator",
      "--port",
      "0",
    ],
    {
      env: { PATH: process.env.PATH, npm_command: "exec" } as unknown as NodeJS.ProcessEnv,
      stdio: ["ignore", "pipe", "ignore"],
    },
  )
  let url = ""
  for await (const chunk of parent.stdout) {
    url = /running at (\S+)/.exec(String(chunk))?.[1] ?? ""
    if (url) break
  }
  expect((await fetch(`${url}/_bink`)).status).toBe(200)
  parent.kill("SIGKILL")
  await expect
    .poll(
      () =>
        fetch(url).then(
          () => "listens",
          () => "stopped",
        ),
      { timeout: 10_000 },
    )
    .toBe("stopped")
})

test("emulator warns that other machines can reach it, and accepts --allowed-host and --public-url", async () => {
  const args = ["--host", "0.0.0.0", "--allowed-host", "bink", "--public-url", "http://localhost:2465"]
  const { url, printed } = await startEmulator(...args)
  expect(printed.stderr).toMatch(/Other machines can reach/)
  expect((await fetch(`${url}/_bink`)).status).toBe(200)
})
