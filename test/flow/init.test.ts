import { type ChildProcess, execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { type Browser, chromium } from "playwright"
import { afterAll, beforeAll, expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { browserOptions } from "../../scripts/browser.ts"
import { createNextApp, writeFiles } from "../helpers/create-next-app.ts"
import { npm, packPackage } from "../helpers/npm.ts"
import { terminalEnvironment } from "../helpers/terminal-environment.ts"

const directory = mkdtempSync(join(tmpdir(), "authjs-bink-new-app-"))
const app = join(directory, "app")
const running: ChildProcess[] = []
let browser: Browser

const environment = terminalEnvironment()

const command = async (program: string, args: string[]) =>
  (await promisify(execFile)(program, args, { cwd: app, env: environment })).stdout

/** Starts a command and resolves when its output matches the pattern. */
function start(
  program: string,
  args: string[],
  pattern: RegExp,
  env = {},
): Promise<{ match: RegExpExecArray; printed: () => string }> {
  // A process group, because npx and npm start the command as a child process.
  const child = spawn(program, args, { cwd: app, env: { ...environment, ...env }, detached: true })
  running.push(child)
  return new Promise((resolve, reject) => {
    let printed = ""
    const read = (text: Buffer) => {
      printed += text
      const match = pattern.exec(printed)
      if (match) resolve({ match, printed: () => printed })
    }
    child.stdout.on("data", read)
    child.stderr.on("data", read)
    child.once("close", () =>
      reject(new Error(`${program} ${args.join(" ")} ended before its output matched:\n${printed}`)),
    )
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, "listening")
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

let port: number
beforeAll(async () => {
  port = await freePort()
  const { next, react, "react-dom": reactDom } = manifest.devDependencies
  writeFiles(
    app,
    createNextApp({
      next: 16,
      router: "app",
      manifest: {
        scripts: { dev: `next dev --port ${port}`, build: "next build", start: "next start" },
        dependencies: { next, react, "react-dom": reactDom },
        devDependencies: {
          "@types/node": "^24",
          "@types/react": "^19",
          "@types/react-dom": "^19",
          typescript: "^5",
        },
      },
    }),
  )
  npm(app, "install", "--prefer-offline", "--no-audit", "--no-fund", packPackage(directory))
  browser = await chromium.launch(browserOptions())
})

afterAll(async () => {
  await browser?.close()
  for (const { pid, exitCode } of running) if (pid && exitCode === null) process.kill(-pid, "SIGTERM")
  await Promise.all(
    running.map(async (child) => child.exitCode ?? child.signalCode ?? (await once(child, "exit"))),
  )
  rmSync(directory, { recursive: true, maxRetries: 10 })
})

test("init and emulator are enough to sign in to a new Next.js app", {
  timeout: 300_000,
}, async () => {
  const output = await command("npx", ["authjs-bink", "init", "--yes"])
  expect(JSON.parse(readFileSync(join(app, "package.json"), "utf8")).dependencies["next-auth"]).toMatch(
    /5\.0\.0-beta/,
  )
  await command("npx", ["tsc", "--noEmit"])

  const [, redirectUri = ""] = /authjs-bink emulator --redirect-uri (\S+)/.exec(output) ?? []
  expect(redirectUri).toBe(`http://localhost:${port}/api/auth/callback/bink`)
  const emulator = ["authjs-bink", "emulator", "--port", "0", "--redirect-uri", redirectUri]
  const started = await start("npx", emulator, /running at (\S+)[\s\S]*Requests:/)
  const [, emulatorUrl = ""] = started.match
  const next = await start("npm", ["run", "dev"], /Ready in/, { AUTH_BINK_ISSUER: emulatorUrl })

  const page = await browser.newPage()
  // The development server compiles each page at its first request.
  page.setDefaultTimeout(120_000)
  await page.goto(`http://localhost:${port}/sign-in`)
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  await page.getByRole("button", { name: /Yuki Tanaka/ }).click()
  await page.getByRole("button", { name: /allow/i }).click()
  await page.getByRole("heading", { name: "Welcome, Yuki Tanaka" }).waitFor()
  expect(new URL(page.url()).pathname).toBe("/sign-in")
  const badge = page.getByRole("img", { name: /trusted/i })
  await badge.waitFor()
  // The badge is on the line of the name, with Tailwind's reset too, which new apps have.
  await page.addStyleTag({ content: "svg { display: block }" })
  const [line, icon] = [await page.getByRole("heading").boundingBox(), await badge.boundingBox()]
  expect(line?.height).toBeLessThan(2 * (icon?.height ?? 0))

  await page.reload()
  await page.getByRole("heading", { name: "Welcome, Yuki Tanaka" }).waitFor()

  // doctor finds no problem.
  const doctor = await promisify(execFile)(
    "npx",
    ["authjs-bink", "doctor", "--json", "--url", `http://localhost:${port}`],
    { cwd: app, env: { ...environment, AUTH_BINK_ISSUER: emulatorUrl } },
  )
  const { ok, findings } = JSON.parse(doctor.stdout)
  expect(findings.filter(({ level }: { level: string }) => level !== "ok")).toEqual([])
  expect(ok).toBe(true)

  await page.getByRole("button", { name: "Sign out" }).click()
  await page.getByRole("button", { name: "Sign in with Bink" }).waitFor()
  expect(next.printed()).not.toMatch(/^\s*(⨯|Error:)/m)
})
