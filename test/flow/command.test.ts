import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process"
import { createServer } from "node:net"
import { createBinkEmulator } from "authjs-bink/emulator"
import { afterEach, describe, expect, it } from "vitest"
import { buildDemo, buildPackage, freePort, root } from "../../scripts/demo-app.ts"

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

/** What `npm run demo` runs. */
function run(env: Record<string, string>): Demo {
  const child = spawn(process.execPath, ["scripts/demo.ts"], {
    cwd: root,
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

/** Starts it on a free port, and gives the addresses that it prints. */
async function start(env: Record<string, string> = {}) {
  buildPackage()
  buildDemo()
  const demo = run({ PORT: String(await freePort(0)), ...env })
  await expect.poll(demo.output, { timeout: 60_000 }).toContain("Ctrl-C stops")
  const [app = "", bink] = [...demo.output().matchAll(/^ {2}(?:The demo|Bink) +(http\S+)/gm)].map(
    ([, url]) => url,
  )
  return { ...demo, app, bink }
}

const isUp = (url: string) =>
  fetch(url).then(
    () => true,
    () => false,
  )
const gitStatus = () => execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" })

describe("npm run demo", () => {
  it.skipIf(process.platform === "win32")(
    "prints both addresses, serves both, stops both on Ctrl-C, and leaves no trace",
    async () => {
      const before = gitStatus()
      const { app, bink = "", process: child, exitCode, output } = await start()
      expect(await (await fetch(app)).text()).toContain("Sign in with Bink")
      expect(await (await fetch(`${bink}/api/oauth/user`)).status).toBe(401)
      // As a terminal does it: the app, which is of the same group, is told as well.
      process.kill(-Number(child.pid), "SIGINT")
      expect(await exitCode, output()).toBe(0)
      expect(await isUp(app)).toBe(false)
      expect(await isUp(bink)).toBe(false)
      expect(gitStatus()).toBe(before)
    },
  )

  it.skipIf(process.platform === "win32")("ends, with a word for why, when the app dies", async () => {
    const demo = await start()
    const processes = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    const [, child] = processes.match(new RegExp(`^ *(\\d+) +${demo.process.pid}$`, "m")) ?? []
    process.kill(Number(child), "SIGKILL")
    expect(await demo.exitCode).toBe(1)
    expect(demo.output()).toContain("The app ended by itself")
    expect(await isUp(demo.bink ?? "")).toBe(false)
  })

  it("asks the Bink of the environment, and starts none, where there are credentials", async () => {
    const other = await createBinkEmulator().listen({ port: 0 })
    try {
      const demo = await start({
        AUTH_BINK_ID: "id",
        AUTH_BINK_SECRET: "secret",
        AUTH_BINK_ISSUER: other.url,
      })
      expect(demo.bink).toBeUndefined()
      expect(demo.output()).toContain("the real one")
    } finally {
      await other.close()
    }
  })

  it("says which half of the credentials is missing", async () => {
    const demo = run({ AUTH_BINK_ID: "id", AUTH_BINK_SECRET: "" })
    expect(await demo.exitCode).toBe(1)
    expect(demo.output()).toMatch(/^AUTH_BINK_SECRET is not set while its other half is/m)
  })

  it("says which port is taken, without a stack", async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => resolve((server.address() as { port: number }).port))
    })
    try {
      const demo = run({ PORT: String(port) })
      expect(await demo.exitCode).toBe(1)
      expect(demo.output()).toContain(`Port ${port} is taken`)
      expect(demo.output()).not.toContain("    at ")
    } finally {
      server.close()
    }
  })

  it("says what a port is", async () => {
    const demo = run({ PORT: "eighty" })
    expect(await demo.exitCode).toBe(1)
    expect(demo.output()).toContain('PORT is set to "eighty", which is no port')
  })

  it.each(["18.20.0", "20.19.0", "22.17.1", "23.5.0"])("says that Node %s is too old for it", (version) => {
    const { status, stderr } = requireNode(version)
    expect(stderr).toMatch(new RegExp(`^Node ${version} cannot run TypeScript`))
    expect(status).toBe(1)
  })

  it.each(["22.18.0", "23.6.0", "24.0.0"])("is content with Node %s", (version) => {
    expect(requireNode(version)).toMatchObject({ status: 0, stderr: "" })
  })

  function requireNode(version: string) {
    const script = `Object.defineProperty(process.versions, "node", { value: "${version}" }); await import("./scripts/require-node.js")`
    return spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
      cwd: root,
      encoding: "utf8",
    })
  }
})
