import { execFile, spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterAll, beforeAll, expect, it } from "vitest"

/** The examples of Bink's developer page, by heading. */
const EXAMPLES = Object.fromEntries(
  [
    ...readFileSync(join(import.meta.dirname, "developer-page.md"), "utf8").matchAll(
      /^## (.+)\n\n```\w+\n([\s\S]*?)^```/gm,
    ),
  ].map(([, heading = "", code = ""]) => [heading, code]),
)

const FEDERICO = {
  id: "cuid",
  name: "Federico",
  email: "you@example.com",
  username: "federico",
  avatar: "https://example.com/federico.png",
  plan: "FREE",
  verificationLevel: 0,
} as const

const directory = mkdtempSync(join(tmpdir(), "authjs-bink-developer-page-"))
let server: BinkEmulatorServer

beforeAll(async () => {
  const bink = createBinkEmulator({
    users: [FEDERICO],
    clients: [
      {
        clientId: "YOUR_CLIENT_ID",
        clientSecret: "YOUR_CLIENT_SECRET",
        name: "Your app",
        redirectUris: ["https://yourapp.com/callback"],
      },
    ],
    tokens: { bink_your_token: FEDERICO.id, bink_your_token_here: FEDERICO.id },
    signedInAs: FEDERICO.id,
    consent: { [FEDERICO.id]: "approve" },
  })
  server = await bink.listen({ port: 0 })
})
afterAll(async () => {
  await server.close()
  rmSync(directory, { recursive: true })
})

/** Returns an example with the emulator's host. */
function example(heading: string): string {
  const code = EXAMPLES[heading]
  if (!code?.includes("https://bink.link")) throw new Error(`Missing example: ${heading}`)
  return code.replaceAll("https://bink.link", server.url)
}

/** Writes the code to a file, runs it, and returns its output. */
async function run(program: string, file: string, code: string): Promise<string> {
  const path = join(directory, file)
  writeFileSync(path, code)
  return (await promisify(execFile)(program, [path])).stdout
}

it("signs in with the three TypeScript examples", async () => {
  const authorize = await run(
    process.execPath,
    "authorize.ts",
    `const window = { location: { href: "" } };
${example("Redirect the user to the authorization endpoint")}
console.log(window.location.href);`,
  )
  const { headers } = await fetch(authorize.trim(), { redirect: "manual" })
  const callback = new URL(headers.get("location") ?? "")
  expect(callback.href).toMatch(/^https:\/\/yourapp\.com\/callback\?code=\w+$/)

  const output = await run(
    process.execPath,
    "exchange.ts",
    `const code = ${JSON.stringify(callback.searchParams.get("code"))};
${example("Exchange the code for an access token")}
${example("Fetch the user profile")}
console.log(token_type, expires_in);`,
  )
  expect(output).toBe("federico\nBearer 3600\n")
})

it("returns the profile to the TypeScript example", async () => {
  expect(await run(process.execPath, "user.mts", example("Node.js / TypeScript"))).toBe("Hello, federico!\n")
})

it("returns the profile to the cURL example", async () => {
  expect(JSON.parse(await run("sh", "user.sh", example("Use the token in your requests")))).toEqual(FEDERICO)
})

const hasRequests = spawnSync("python3", ["-c", "import requests"]).status === 0

it.skipIf(!hasRequests)("returns the profile to the Python example", async () => {
  expect(await run("python3", "user.py", example("Python"))).toBe("Hello, federico!\n")
})
