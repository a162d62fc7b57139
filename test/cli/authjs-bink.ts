import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { copyFileSync, globSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { afterAll } from "vitest"

const ROOT = resolve(import.meta.dirname, "../..")

/** The command line as it is published, file by file: from `dist`, or built from the sources into a folder of its own. */
async function findMain(): Promise<string> {
  if (process.env.TEST_DIST) return join(ROOT, "dist/cli/main.js")
  const folder = mkdtempSync(join(tmpdir(), "authjs-bink-cli-"))
  afterAll(() => rmSync(folder, { recursive: true }))
  copyFileSync(join(ROOT, "package.json"), join(folder, "package.json"))
  await build({
    absWorkingDir: ROOT,
    entryPoints: globSync("src/{cli,emulator,api,oauth,profile,brand}/**/*.ts", { cwd: ROOT }).concat(
      "src/errors.ts",
    ),
    outbase: "src",
    outdir: join(folder, "dist"),
    format: "esm",
    target: "es2022",
  })
  return join(folder, "dist/cli/main.js")
}

export const MAIN = await findMain()

/** Neither this machine's settings nor a terminal's may change what is printed. */
const CLEAN = { PATH: process.env.PATH, HOME: process.env.HOME }

export interface Surroundings {
  cwd?: string
  env?: NodeJS.Dict<string>
  nodeArgs?: string[]
}

/** A command that goes on, with what it has printed so far. */
export function start(args: string[], { cwd = tmpdir(), env = {}, nodeArgs = [] }: Surroundings = {}) {
  const child = spawn(process.execPath, [...nodeArgs, MAIN, ...args], {
    cwd,
    // Next.js declares NODE_ENV as always there.
    env: { ...CLEAN, ...env } as unknown as NodeJS.ProcessEnv,
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

/** A command that ends by itself. */
export function run(args: string[], surroundings?: Surroundings) {
  return start(args, surroundings).ended
}

async function until(child: ChildProcess, printed: { stdout: string; stderr: string }, pattern: RegExp) {
  for (;;) {
    const match = pattern.exec(printed.stdout)
    if (match) return match
    if (child.exitCode !== null) throw new Error(`It ended before it printed ${pattern}: ${printed.stderr}`)
    await Promise.race([once(child.stdout as NodeJS.ReadableStream, "data"), once(child, "close")])
  }
}
