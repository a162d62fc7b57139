import { type ChildProcess, execFileSync, spawn } from "node:child_process"
import { createServer } from "node:net"
import { createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, describe, expect, it } from "vitest"
import { buildPackage, isPackageOutdated } from "../../scripts/build/package.ts"
import { buildApp, DEMO, freePort, isDemoOutdated } from "../../scripts/demo/app.ts"
import { ROOT } from "../../scripts/run.ts"

const started: Demo[] = []

afterEach(async () => {
  for (const demo of started.splice(0)) {
    demo.process.kill("SIGTERM")
    await demo.exitCode
  }
})

interface Demo {
  process: ChildProcess
  exitCode: Promise<number | null>
  output(): string
}

/** Starts the script of `npm run demo`. */
function run(env: Record<string, string>): Demo {
  const child = spawn(process.execPath, ["scripts/demo/demo.ts"], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    detached: true,
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text
    })
  }
  const exitCode = new Promise<number | null>((resolve) => child.once("exit", resolve))
  const demo = { process: child, exitCode, output: () => output }
  started.push(demo)
  return demo
}

/** Starts the demo on a free port and returns the URLs that it prints. */
async function start(env: Record<string, string> = {}) {
  if (isPackageOutdated()) await buildPackage()
  if (isDemoOutdated()) await buildApp(DEMO)
  const demo = run({ PORT: String(await freePort(0)), ...env })
  await expect.poll(demo.output, { timeout: 60_000 }).toContain("Press Ctrl-C to stop.")
  const [app = "", emulator] = [...demo.output().matchAll(/^ {2}(?:Demo|Emulator) +(http\S+)/gm)].map(
    ([, url]) => url,
  )
  return { ...demo, app, emulator }
}

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )
const gitStatus = () => execFileSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" })

describe("npm run demo", () => {
  it.skipIf(process.platform === "win32")(
    "prints the URLs of demo and emulator, stops both on Ctrl-C and leaves no file",
    async () => {
      const before = gitStatus()
      const { app, emulator = "", process: child, exitCode, output } = await start()
      expect(await (await fetch(app)).text()).toContain("Sign in with Bink")
      expect(await (await fetch(`${emulator}/api/oauth/user`)).status).toBe(401)
      // A terminal sends the signal to the whole process group.
      process.kill(-Number(child.pid), "SIGINT")
      expect(await exitCode, output()).toBe(0)
      expect(await isUp(app)).toBe(false)
      expect(await isUp(emulator)).toBe(false)
      expect(gitStatus()).toBe(before)
    },
  )

  it.skipIf(process.platform === "win32")(
    "stops the emulator and exits with an error when the app process is killed",
    async () => {
      const demo = await start()
      const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
      const [, child] = processes.match(new RegExp(`^ *(\\d+) +${demo.process.pid}$`, "m")) ?? []
      process.kill(Number(child), "SIGKILL")
      expect(await demo.exitCode).toBe(1)
      expect(demo.output()).toContain("The app stopped unexpectedly. The emulator was stopped too.")
      expect(await isUp(demo.emulator ?? "")).toBe(false)
    },
  )

  it("starts no emulator if the environment has credentials", async () => {
    const other = await createBinkEmulator().listen({ port: 0 })
    try {
      const demo = await start({
        AUTH_BINK_ID: "id",
        AUTH_BINK_SECRET: "secret",
        AUTH_BINK_ISSUER: other.url,
      })
      expect(demo.emulator).toBeUndefined()
      expect(demo.output()).toContain("the credentials in your environment are used")
    } finally {
      await other.close()
    }
  })

  it("names the missing variable if only one of id and secret is set", async () => {
    const demo = run({ AUTH_BINK_ID: "id", AUTH_BINK_SECRET: "" })
    expect(await demo.exitCode).toBe(1)
    expect(demo.output()).toMatch(/^Missing AUTH_BINK_SECRET: only AUTH_BINK_ID is set\./m)
  })

  it("names the port that is in use, without a stack trace", async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port))
    })
    try {
      const demo = run({ PORT: String(port) })
      expect(await demo.exitCode).toBe(1)
      expect(demo.output()).toContain(`Port ${port} is in use.`)
      expect(demo.output()).not.toContain("    at ")
    } finally {
      server.close()
    }
  })

  it("rejects a PORT that is not a number", async () => {
    const demo = run({ PORT: "eighty" })
    expect(await demo.exitCode).toBe(1)
    expect(demo.output()).toContain('Invalid PORT "eighty". Set PORT to a number between 1 and 65535')
  })
})
