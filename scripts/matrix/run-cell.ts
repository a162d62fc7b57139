import { spawnSync } from "node:child_process"
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import {
  type AppUnderTest,
  nextAuth4Environment,
  startAppUnderTest,
} from "../../test/helpers/app-under-test.ts"
import { createNextApp, writeFiles } from "../../test/helpers/create-next-app.ts"
import { npm } from "../../test/helpers/npm.ts"
import { buildApp } from "../demo/app.ts"
import type { Cell } from "./cells.ts"
import { gatedPage } from "./gated-page.ts"
import { runSignIns, SIGN_INS } from "./sign-ins.ts"
import { DEPENDENCIES, DEV_DEPENDENCIES, type Versions } from "./versions.ts"

export const CHECKS = ["install", "init", "build", "start", ...Object.keys(SIGN_INS), "console"] as const

/** By check: `passed`, `not run` because an earlier check failed, or the reason of the failure. */
export type Results = Record<string, string>

interface CellOptions {
  /** Directory of the app. Its contents are deleted first. */
  directory: string
  /** Path of the packed package. */
  tarball: string
}

/** Creates an app with these versions, runs `authjs-bink init` in it, builds it and signs in. Never throws. */
export async function runCell(
  cell: Cell,
  versions: Versions,
  { directory, tarball }: CellOptions,
): Promise<Results> {
  const results: Results = Object.fromEntries(CHECKS.map((name) => [name, "not run"]))
  const run = async (name: string, check: () => unknown) => {
    try {
      await check()
      results[name] = "passed"
    } catch (error) {
      results[name] = reasonOf(error, directory)
    }
    return results[name] === "passed"
  }

  let app: AppUnderTest | undefined
  const env = cell.nextAuth === 4 ? { env: nextAuth4Environment } : {}
  const isUp =
    (await run("install", () => install(cell, versions, { directory, tarball }))) &&
    (await run("init", () => init(directory))) &&
    (await run("build", () => {
      writeFiles(directory, gatedPage(cell))
      return buildApp(directory)
    })) &&
    (await run("start", async () => {
      app = await startAppUnderTest({ directory, ...env })
    }))
  if (isUp && app) {
    await runSignIns(app, run)
    await app.close()
  }
  return results
}

function install(cell: Cell, versions: Versions, { directory, tarball }: CellOptions): void {
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const pick = (names: readonly (keyof Versions)[]) =>
    Object.fromEntries(names.map((name) => [name, versions[name]]))
  const manifest = { dependencies: pick(DEPENDENCIES), devDependencies: pick(DEV_DEPENDENCIES) }
  writeFiles(directory, createNextApp({ ...cell, manifest }))
  npm(directory, "install", "--prefer-offline", "--no-audit", "--no-fund", tarball)
}

function init(directory: string): void {
  const command = join(directory, "node_modules/authjs-bink/dist/cli/main.js")
  const args = [command, "init", "--yes"]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: directory, encoding: "utf8" })
  if (status !== 0) throw new Error(`authjs-bink init failed:\n${stdout}\n${stderr}`)
}

/** Returns the message as one line for a table. A long message is shortened to its beginning and end. */
export function reasonOf(error: unknown, directory: string): string {
  const text = (error instanceof Error ? error.message : String(error))
    .replaceAll(directory, "the app")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colors that Playwright and Next.js print
    .replace(/\u001b\[[\d;]*m/g, "")
    .replace(/\s+/g, " ")
    .trim()
  return text.length > 900 ? `${text.slice(0, 300)} … ${text.slice(-600)}` : text
}
