import { spawn } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import type { ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { startUserEndpoint } from "../helpers/user-endpoint.ts"

/** A list that undici rejects: more than five encodings. */
const TOO_MANY_ENCODINGS = ",,,,,,"

/** What the server sends after the response head. */
const BODIES: Record<string, (response: ServerResponse) => void> = {
  "a complete body": (response) => response.end("{}"),
  "a large body": (response) => response.end("x".repeat(1_000_000)),
  "half of a large body": (response) => {
    response.write("x".repeat(100_000))
    setTimeout(() => response.destroy(), 50)
  },
  "a body without end": (response) => response.write("{}"),
}

/** Sends a request in every way that this package does, and ends like an app that keeps running. */
const APP = `
  import { getBinkUser } from "authjs-bink/api"
  import { Bink } from "authjs-bink"
  import { bink } from "authjs-bink/better-auth"

  const baseUrl = process.argv[2]
  const options = { baseUrl, timeout: 10_000, clientId: "client", clientSecret: "secret" }
  const provider = Bink(options)
  const fetchOfAuthJs5 = provider.options[Symbol("custom-fetch")]
  const callback = { code: "code", redirectURI: baseUrl, codeVerifier: "verifier" }
  const requests = {
    getBinkUser: () => getBinkUser("token", { baseUrl, timeout: 10_000 }),
    userinfo: () => provider.userinfo.request({ tokens: { access_token: "token" } }),
    "token request": () => fetchOfAuthJs5(baseUrl + "/api/oauth/token", { method: "POST", body: "" }),
    "Better Auth": () => bink(options).getToken(callback),
  }
  for (const [name, request] of Object.entries(requests)) {
    const code = await request().then(() => "resolved", (error) => error.code ?? String(error))
    console.log(name + ": " + code)
  }
  await new Promise((resolve) => setTimeout(resolve, 100))
  console.log("alive")
  process.exit()
`

/** The upstream bug, without this package: undici emits an unhandled error if the rejected request is aborted. */
const UNDICI = `
  const controller = new AbortController()
  await fetch(process.argv[2], { signal: controller.signal }).catch(() => {})
  controller.abort()
  await new Promise((resolve) => setTimeout(resolve, 100))
  console.log("alive")
  process.exit()
`

const folder = mkdtempSync(join(tmpdir(), "authjs-bink-process-"))
const programs = { app: join(folder, "app.mjs"), undici: join(folder, "undici.mjs") }

beforeAll(async () => {
  const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))
  await build({
    stdin: { contents: APP, resolveDir: import.meta.dirname },
    alias: {
      "authjs-bink/api": source("api/index.ts"),
      "authjs-bink/better-auth": source("better-auth/index.ts"),
      "authjs-bink": source("index.ts"),
    },
    bundle: true,
    format: "esm",
    platform: "node",
    outfile: programs.app,
  })
  writeFileSync(programs.undici, UNDICI)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe.each(Object.keys(BODIES))("a response with too many content encodings and %s", (body) => {
  test("does not end the process", async () => {
    const url = await startEndpoint(body)
    expect(await run(programs.app, url)).toEqual([
      "getBinkUser: network_error",
      "userinfo: network_error",
      "token request: network_error",
      "Better Auth: network_error",
      "alive",
    ])
  })
})

test("undici still ends the process if a request is aborted after it was rejected", async () => {
  const url = await startEndpoint("a large body")
  expect(await run(programs.undici, url)).not.toContain("alive")
})

async function startEndpoint(body: string): Promise<string> {
  return startUserEndpoint((_, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-encoding": TOO_MANY_ENCODINGS })
    BODIES[body]?.(response)
  })
}

/** Returns the lines that a program prints until it exits. */
async function run(program: string, url: string): Promise<string[]> {
  const child = spawn(process.execPath, [program, url], { stdio: ["ignore", "pipe", "ignore"] })
  let output = ""
  child.stdout.on("data", (chunk) => {
    output += chunk
  })
  await new Promise((resolve) => child.on("close", resolve))
  return output.trim().split("\n")
}
