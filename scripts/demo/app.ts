/** Builds and starts the demo and other apps, for `npm run demo`, `npm run dev`, the screenshots and the tests. */
import { type ChildProcess, spawn } from "node:child_process"
import { randomBytes } from "node:crypto"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { isOutdated } from "../build/outdated.ts"
import { childEnvironment, type Environment, ROOT, runBuild } from "../run.ts"

export const DEMO = join(ROOT, "demo")

/** Returns the path of the `next` command that an app finds. */
function nextCommandOf(directory: string): string {
  return createRequire(join(directory, "package.json")).resolve("next/dist/bin/next")
}

/** Whether the demo's production build is missing or older than its sources. */
export function isDemoOutdated(): boolean {
  const sources = [
    "app",
    "components",
    "auth.ts",
    "next.config.ts",
    "tsconfig.json",
    "package.json",
    "../dist",
  ]
  return isOutdated(DEMO, [".next/BUILD_ID"], sources)
}

/** Runs `next build`, type checks included. Throws its output if it fails. */
export async function buildApp(directory: string): Promise<void> {
  await runBuild(process.execPath, [nextCommandOf(directory), "build"], directory)
}

/** A running app. */
export interface App {
  url: string
  /** Resolves when the process has ended. */
  ended: Promise<void>
  /** Returns what the app has written to stdout and stderr so far. */
  log(): string
  stop(): Promise<void>
}

export interface AppOptions {
  command: "start" | "dev"
  port: number
  env: Environment
  /** @default the demo */
  directory?: string
  /** Arguments of Node.js that start the app on `PORT`. @default Next.js with `command` */
  program?: string[]
  /** Also writes the log to this process's stdout and stderr. @default false */
  showLog?: boolean
}

/** Milliseconds. `next dev` compiles the first page before it responds, which takes long on a busy machine. */
const START_TIMEOUT = 180_000

/** Starts an app on the loopback interface and waits for its first response. */
export async function startApp({
  command,
  port,
  env,
  directory = DEMO,
  program = [nextCommandOf(directory), command, "--port", String(port), "--hostname", "127.0.0.1"],
  showLog = false,
}: AppOptions): Promise<App> {
  const child = spawn(process.execPath, program, {
    cwd: directory,
    env: childEnvironment(command === "dev" ? "development" : "production", {
      HOST: "127.0.0.1",
      PORT: String(port),
      ...env,
    }),
    stdio: ["ignore", "pipe", "pipe"],
  })
  let log = ""
  for (const output of ["stdout", "stderr"] as const) {
    child[output].setEncoding("utf8").on("data", (text: string) => {
      log += text
      if (showLog) process[output].write(text)
    })
  }
  let hasEnded = false
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  ended.then(() => {
    hasEnded = true
  })
  const url = `http://localhost:${port}`
  const app: App = { url, ended, log: () => log, stop: () => stopProcess(child, ended) }
  const deadline = Date.now() + START_TIMEOUT
  while (!(await isResponding(url))) {
    if (hasEnded) throw new Error(`The app stopped before its first response:\n\n${log}`)
    if (Date.now() > deadline) {
      await app.stop()
      throw new Error(`The app did not respond within ${START_TIMEOUT / 1000} seconds:\n\n${log}`)
    }
    await sleep(100)
  }
  return app
}

async function isResponding(url: string): Promise<boolean> {
  return fetch(url, { redirect: "manual", signal: AbortSignal.timeout(START_TIMEOUT) }).then(
    () => true,
    () => false,
  )
}

/** Stops a child process with SIGTERM, and after three seconds with SIGKILL. Resolves when it has ended. */
export async function stopProcess(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGTERM")
  const timer = setTimeout(() => child.kill("SIGKILL"), 3_000)
  await ended
  clearTimeout(timer)
}

/** Returns a new `AUTH_SECRET`, or a key of this many bytes. Sessions end with the process, and no file is written. */
export function randomSecret(bytes = 33): string {
  return randomBytes(bytes).toString("base64")
}

/** Returns the first free port of the 20 from `preferred` on; for 0, any free port. */
export async function freePort(preferred: number): Promise<number> {
  for (let port = preferred; port < preferred + 20; port++) {
    const found = await portIfFree(port)
    if (found !== undefined) return found
  }
  throw new Error(
    `No free port: ${preferred} to ${preferred + 19} are in use. Set PORT to the number of a free port.`,
  )
}

/** Returns the port if no process listens on it, on any address of this machine. */
export function portIfFree(port: number): Promise<number | undefined> {
  const probe = (port: number, host?: string) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer()
      server.once("error", () => resolve(undefined))
      server.listen(port, host, () => {
        const { port: found } = server.address() as { port: number }
        server.close(() => resolve(found))
      })
    })
  return probe(port).then((found) => (found === undefined ? undefined : probe(found, "127.0.0.1")))
}
