import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { findUp, isFile } from "../../project/files.js"
import type { Project } from "../../project/project.js"

/** Milliseconds after which a type check is given up. */
const TIMEOUT = 120_000

/** Compiles the project, and returns the errors in the files that `init` wrote. `undefined` if TypeScript is not installed. */
export function typeCheck({ root, typescript }: Project, paths: string[]): string[] | undefined {
  const compiler = typescript ? findUp(root, "node_modules/typescript/bin/tsc") : undefined
  if (!compiler || !isFile(join(root, "tsconfig.json"))) return undefined
  const args = [compiler, "--noEmit", "--pretty", "false", "-p", "tsconfig.json"]
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    timeout: TIMEOUT,
  })
  // Without a status, the time is over.
  if (status === null) return undefined
  return stdout.split(/\r?\n/).filter((line) => paths.some((path) => line.startsWith(`${path}(`)))
}
