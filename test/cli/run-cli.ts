import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { copyFileSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { afterAll } from "vitest"
import { importNodeBuiltins } from "../../scripts/build/import-node-builtins.ts"

const ROOT = resolve(import.meta.dirname, "../..")

/** Returns the path of the CLI: in `dist`, or compiled from the sources into a temporary directory. */
async function buildCli(): Promise<string> {
  if (process.env.TEST_DIST) return join(ROOT, "dist/cli/main.js")
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-cli-"))
  afterAll(() => rmSync(directory, { recursive: true }))
  copyFileSync(join(ROOT, "package.json"), join(directory, "package.json"))
  // With the packages that the build bundles, and in several files, so that a command loads only its own.
  await build({
    absWorkingDir: ROOT,
    entryPoints: ["src/cli/main.ts"],
    outbase: "src",
    outdir: join(directory, "dist"),
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "es2022",
    chunkNames: "cli/[name]-[hash]",
    plugins: [importNodeBuiltins()],
  })
  return join(directory, "dist/cli/main.js")
}

export const MAIN = await buildCli()

/** Without other variables of this machine, which could change the output. */
const BASE_ENV = { PATH: process.env.PATH, HOME: process.env.HOME }

export interface RunOptions {
  cwd?: string
  env?: NodeJS.Dict<string>
  nodeArgs?: string[]
}

/** Starts a command that runs until it is stopped. `until` waits for output. */
export function start(args: string[], { cwd = tmpdir(), env = {}, nodeArgs = [] }: RunOptions = {}) {
  const child = spawn(process.execPath, [...nodeArgs, MAIN, ...args], {
    cwd,
    // The types of Next.js require NODE_ENV.
    env: { ...BASE_ENV, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  })
  const printed = { stdout: "", stderr: "" }
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text) => {
      printed[name] += text
    })
  }
  const ended = once(child, "close").then(([code]) => ({ ...printed, code: code as number | null }))
  return { child, printed, ended, until: (pattern: RegExp) => until(child, printed, pattern) }
}

/** Runs a command and waits until it exits. */
export function run(args: string[], options?: RunOptions) {
  return start(args, options).ended
}

async function until(child: ChildProcess, printed: { stdout: string; stderr: string }, pattern: RegExp) {
  for (;;) {
    const match = pattern.exec(printed.stdout)
    if (match) return match
    if (child.exitCode !== null)
      throw new Error(`The command exited before it printed ${pattern}: ${printed.stderr}`)
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), once(child, "close")])
  }
}
