/** Builds and starts the demo: what `npm run demo`, `npm run dev`, the pictures and the tests have in common. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { existsSync, readdirSync, statSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

export const root = join(import.meta.dirname, "..")
export const demo = join(root, "demo")

/** The Next.js that the app in the folder finds. */
function nextOf(folder: string): string {
  return createRequire(join(folder, "package.json")).resolve("next/dist/bin/next")
}

/** Builds the package where `dist` is missing or older than what it is made of. */
export function buildPackage(): void {
  const sources = ["src", "package.json", "tsup.config.ts", "tsconfig.json", "tsconfig.build.json"]
  if (newest(root, sources) < newest(root, ["dist/index.d.ts"])) return
  console.log("Building the package …")
  build("npm", ["run", "build"], root)
}

/** Builds the demo where its production build is missing or older than what it is made of. */
export function buildDemo(): void {
  const sources = [
    "app",
    "components",
    "auth.ts",
    "next.config.ts",
    "tsconfig.json",
    "package.json",
    "../dist",
  ]
  if (newest(demo, sources) < newest(demo, [".next/BUILD_ID"])) return
  console.log("Building the demo …")
  buildApp(demo)
}

/** `next build`, type checks included. Throws what it said where it fails. */
export function buildApp(folder: string): void {
  build(process.execPath, [nextOf(folder), "build"], folder)
}

/** When the newest of these files was written, those of a folder included. What is not there is of no age. */
function newest(folder: string, names: string[]): number {
  const files = names.flatMap((name) => {
    const path = join(folder, name)
    if (!existsSync(path)) return []
    return statSync(path).isDirectory()
      ? readdirSync(path, { recursive: true, encoding: "utf8" }).map((file) => join(path, file))
      : [path]
  })
  return Math.max(0, ...files.map((file) => statSync(file).mtimeMs))
}

/** Runs a build, and throws what it said where it fails. */
export function build(command: string, args: string[], cwd: string): void {
  const shell = process.platform === "win32" && command === "npm"
  const { status, signal, stdout, stderr } = spawnSync(command, args, {
    cwd,
    env: environment("production"),
    encoding: "utf8",
    shell,
  })
  if (signal) throw new Error("The build was interrupted, so there is nothing to start.")
  if (status !== 0) throw new Error(`The build failed, so there is nothing to start:\n\n${stdout}\n${stderr}`)
}

export type Environment = Record<string, string | undefined>

/** The environment of an app: of its own mode, whatever started us, and with nothing sent home by Next. */
function environment(mode: "development" | "production", more: Environment = {}): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...more, NODE_ENV: mode }
}

/** An app that answers, until it is stopped. */
export interface App {
  url: string
  /** Resolves once the process is gone, whoever ended it. */
  gone: Promise<void>
  /** What it has said so far, both its outputs. */
  log(): string
  stop(): Promise<void>
}

export interface AppOptions {
  command: "start" | "dev"
  port: number
  env: Environment
  /** @default the demo */
  folder?: string
  /** What Node runs in the folder, to listen on PORT. @default Next, by the command */
  program?: string[]
  /** Whether the log also goes to this process's own. @default false */
  isLoud?: boolean
}

/** In milliseconds: `next dev` compiles its first page before it answers, on a machine that may be busy. */
const LONGEST_START = 180_000

/** Starts an app, for this machine alone, and waits for its first answer. */
export async function startApp({
  command,
  port,
  env,
  folder = demo,
  program = [nextOf(folder), command, "--port", String(port), "--hostname", "127.0.0.1"],
  isLoud = false,
}: AppOptions): Promise<App> {
  const child = spawn(process.execPath, program, {
    cwd: folder,
    env: environment(command === "dev" ? "development" : "production", {
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
      if (isLoud) process[output].write(text)
    })
  }
  let isGone = false
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  gone.then(() => {
    isGone = true
  })
  const url = `http://localhost:${port}`
  const app: App = { url, gone, log: () => log, stop: () => end(child, gone) }
  const patience = Date.now() + LONGEST_START
  while (!(await answers(url))) {
    if (isGone) throw new Error(`The app ended before it answered:\n\n${log}`)
    if (Date.now() > patience) {
      await app.stop()
      throw new Error(`The app did not answer within ${LONGEST_START / 1000} seconds:\n\n${log}`)
    }
    await sleep(100)
  }
  return app
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { redirect: "manual", signal: AbortSignal.timeout(LONGEST_START) }).then(
    () => true,
    () => false,
  )
}

/** Ends a process that we started, gently first, and comes back when it is gone. */
export async function end(child: ChildProcess, gone: Promise<void>): Promise<void> {
  child.kill("SIGTERM")
  const impatience = setTimeout(() => child.kill("SIGKILL"), 3_000)
  await gone
  clearTimeout(impatience)
}

/** The settings under which the app asks an emulated Bink, as the client that the emulator knows by default. */
export function emulated(binkUrl: string): Environment {
  return { AUTH_BINK_ISSUER: binkUrl, AUTH_BINK_ID: "demo-client", AUTH_BINK_SECRET: "demo-secret" }
}

/** The client as which the app is known to the emulated Bink. */
export function demoClient(port: number, basePath = "/api/auth") {
  return {
    clientId: "demo-client",
    clientSecret: "demo-secret",
    name: "Bink demo",
    redirectUris: ["localhost", "127.0.0.1"].map((host) => `http://${host}:${port}${basePath}/callback/bink`),
  }
}

/** An emulated Bink for the app on a port of this machine, on its usual port where that is free. */
export async function startEmulator(appPort: number, basePath?: string) {
  // By name, and only now: this is the built package, which may have been built a moment ago.
  const { createBinkEmulator } = await import("authjs-bink/emulator")
  return createBinkEmulator({ clients: [demoClient(appPort, basePath)] }).listen({
    port: (await claim(4400)) ?? 0,
  })
}

/** A secret that lives as long as the process: sessions end with it, and no file is written. */
export function throwawaySecret(): string {
  return randomBytes(33).toString("base64")
}

/** The first free port from the preferred one on; 0 takes any. */
export async function freePort(preferred: number): Promise<number> {
  for (let port = preferred; port < preferred + 20; port++) {
    const found = await claim(port)
    if (found !== undefined) return found
  }
  throw new Error(
    `Ports ${preferred} to ${preferred + 19} are all taken, so the app has nowhere to listen. Set PORT to a free one.`,
  )
}

/** The port itself where nobody listens on it, on any address of this machine. */
export function claim(port: number): Promise<number | undefined> {
  const probe = (at: number, host?: string) =>
    new Promise<number | undefined>((resolve) => {
      const server = createServer()
      server.once("error", () => resolve(undefined))
      server.listen(at, host, () => {
        const { port: found } = server.address() as { port: number }
        server.close(() => resolve(found))
      })
    })
  return probe(port).then((found) => (found === undefined ? undefined : probe(found, "127.0.0.1")))
}
