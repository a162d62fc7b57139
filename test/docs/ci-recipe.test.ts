import { execFile } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { ExpressAuth } from "@auth/express"
import Bink, { withBink } from "authjs-bink"
import { startBink } from "authjs-bink/testing"
import express from "express"
import { beforeAll, expect, onTestFinished, test } from "vitest"
import { terminalEnvironment } from "../helpers/terminal-environment.ts"
import { ROOT, readBlocks } from "./blocks.ts"

/** Runs the tests of the page "Testing" in a folder with the files of these pages only. */
const FOLDER = join(ROOT, ".cache/ci-recipe")
const PAGES = [
  "get-started/next-auth-5.md",
  "recipes/gate-an-api-route.md",
  "recipes/ci-with-the-emulator.md",
]
const NEEDED_FILES = /^(auth\.ts|vitest\.config\.ts|test\/|app\/api\/)/

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true })
  const files = PAGES.flatMap((page) => readBlocks(`docs/${page}`)).flatMap(({ path, text, nextAuth }) =>
    path && nextAuth === 5 && NEEDED_FILES.test(path) ? [{ path, text }] : [],
  )
  for (const { path, text } of [...files, { path: "package.json", text: '{ "type": "module" }' }]) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
    writeFileSync(join(FOLDER, path), text)
  }
})

test("the Vitest tests of the page pass, and one fails without the gate", async () => {
  expect(await runVitest()).toEqual({ tests: 2, failed: 0 })

  writeFileSync(
    join(FOLDER, "app/api/report/route.ts"),
    'export const GET = () => new Response("Without a gate.")\n',
  )
  expect((await runVitest()).failed).toBe(1)
})

test("the node:test file of the page passes against an Express app", async () => {
  const app = express()
  const server = app.listen(0, "localhost")
  await once(server, "listening")
  onTestFinished(() => void server.close())
  const url = `http://localhost:${(server.address() as AddressInfo).port}`
  const bink = await startBink({ appUrl: url })
  onTestFinished(bink.close)
  const { AUTH_BINK_ISSUER: baseUrl, AUTH_BINK_ID: clientId, AUTH_BINK_SECRET: clientSecret } = bink.env
  const provider = Bink({ baseUrl, clientId, clientSecret })
  app.use(
    "/auth",
    ExpressAuth(withBink({ providers: [provider], secret: "only for this test", trustHost: true })),
  )

  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--test", "--test-reporter=tap", join(FOLDER, "test/profile.test.js")],
    { env: { ...terminalEnvironment(), APP_URL: url } },
  )
  expect(stdout).toMatch(/^# pass 1$/m)
})

async function runVitest(): Promise<{ tests: number; failed: number }> {
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs")
  const args = [vitest, "run", "--reporter=json", "--outputFile=report.json"]
  // Vitest exits with 1 if tests fail. The report has the numbers.
  await promisify(execFile)(process.execPath, args, { cwd: FOLDER, env: terminalEnvironment() }).catch(
    () => {},
  )
  const { numTotalTests, numFailedTests } = JSON.parse(readFileSync(join(FOLDER, "report.json"), "utf8"))
  return { tests: numTotalTests, failed: numFailedTests }
}
