import { spawnSync } from "node:child_process"
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { createNextApp, writeFiles } from "../../test/flow/create-next-app.ts"
import { npm } from "../../test/flow/npm.ts"
import { nextAuth4Settings, startWorld, type World } from "../../test/flow/world.ts"
import { buildApp } from "../demo-app.ts"
import type { Cell } from "./cells.ts"
import { gatedPage } from "./gate.ts"
import { runSignIns, SIGN_INS } from "./sign-ins.ts"
import { DEPENDENCIES, DEV_DEPENDENCIES, type Versions } from "./versions.ts"

export const CHECKS = ["install", "init", "build", "start", ...Object.keys(SIGN_INS), "console"] as const

/** By the check's name: `passed`, `not run` since one before it failed, or why it failed. */
export type Results = Record<string, string>

interface Place {
  /** Where the app is made. What is there goes first. */
  folder: string
  /** The packed package. */
  tarball: string
}

/** Makes a new app of these versions, adds Bink to it as the README says, and signs in. Never throws. */
export async function runCell(cell: Cell, versions: Versions, { folder, tarball }: Place): Promise<Results> {
  const results: Results = Object.fromEntries(CHECKS.map((name) => [name, "not run"]))
  const run = async (name: string, check: () => unknown) => {
    try {
      await check()
      results[name] = "passed"
    } catch (error) {
      results[name] = reasonOf(error, folder)
    }
    return results[name] === "passed"
  }

  let world: World | undefined
  const env = cell.nextAuth === 4 ? { env: nextAuth4Settings } : {}
  const isUp =
    (await run("install", () => install(cell, versions, { folder, tarball }))) &&
    (await run("init", () => init(folder))) &&
    (await run("build", () => {
      writeFiles(folder, gatedPage(cell))
      buildApp(folder)
    })) &&
    (await run("start", async () => {
      world = await startWorld({ folder, ...env })
    }))
  if (isUp && world) {
    await runSignIns(world, run)
    await world.end()
  }
  return results
}

function install(cell: Cell, versions: Versions, { folder, tarball }: Place): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const pick = (names: readonly (keyof Versions)[]) =>
    Object.fromEntries(names.map((name) => [name, versions[name]]))
  const manifest = { dependencies: pick(DEPENDENCIES), devDependencies: pick(DEV_DEPENDENCIES) }
  writeFiles(folder, createNextApp({ ...cell, manifest }))
  npm(folder, "install", "--prefer-offline", "--no-audit", "--no-fund", tarball)
}

function init(folder: string): void {
  const command = join(folder, "node_modules/authjs-bink/dist/cli/main.js")
  const args = [command, "init", "--yes"]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: "utf8" })
  if (status !== 0) throw new Error(`authjs-bink init left something undone:\n${stdout}\n${stderr}`)
}

/** In one line, as a table can hold it; of a long one, the beginning and the end. */
function reasonOf(error: unknown, folder: string): string {
  const text = (error instanceof Error ? error.message : String(error))
    .replaceAll(folder, "the app")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the colours that Playwright and Next.js print
    .replace(/\u001b\[[\d;]*m/g, "")
    .replace(/\s+/g, " ")
    .trim()
  return text.length > 900 ? `${text.slice(0, 300)} … ${text.slice(-600)}` : text
}
