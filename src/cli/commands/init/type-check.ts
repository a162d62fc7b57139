import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { findUp, isFile } from "../../project/files.js"
import type { Project } from "../../project/project.js"

/** Milliseconds after which a type check is given up. */
const TIMEOUT = 120_000

/**
 * Compiles the project, runs `change`, compiles it again, and returns the type errors that the change added.
 * Without TypeScript, or if a check takes too long, no errors are known.
 */
export function findNewTypeErrors({ root, typescript }: Project, change: () => void): string[] {
  const compiler = typescript ? findUp(root, "node_modules/typescript/bin/tsc") : undefined
  if (!compiler || !isFile(join(root, "tsconfig.json"))) {
    change()
    return []
  }
  console.log("\nChecking types before and after the changes")
  // The second run checks only what the change affects.
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-types-"))
  try {
    const args = ["--incremental", "--tsBuildInfoFile", join(directory, "tsbuildinfo")]
    const before = compile(compiler, root, args)
    change()
    const after = before && compile(compiler, root, args)
    if (after) return withoutKnown(after, before)
    console.log("The type check takes too long, so init stopped it. Run it yourself: tsc --noEmit")
    return []
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function compile(compiler: string, cwd: string, args: string[]): string[] | undefined {
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, "--noEmit", "--pretty", "false", "-p", "tsconfig.json", ...args],
    { cwd, encoding: "utf8", timeout: TIMEOUT, maxBuffer: Number.POSITIVE_INFINITY },
  )
  // Without a status, the time is over.
  return status === null ? undefined : stdout.split(/\r?\n/).filter((line) => ERROR.test(line))
}

/** `auth.ts(3,1): error TS2322: …`. Lines with details are indented. */
const ERROR = /^(.*)\(\d+,\d+\): (error TS.*)$/

/** Removes errors that existed before, which may have moved to other lines. */
function withoutKnown(errors: string[], known: string[]): string[] {
  const withoutPosition = (line: string) => line.replace(ERROR, "$1: $2")
  const counts = new Map<string, number>()
  for (const line of known.map(withoutPosition)) counts.set(line, (counts.get(line) ?? 0) + 1)
  return errors.filter((line) => {
    const key = withoutPosition(line)
    const count = counts.get(key) ?? 0
    counts.set(key, count - 1)
    return count <= 0
  })
}
