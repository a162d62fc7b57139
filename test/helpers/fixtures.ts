import { cpSync, existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"
import { npm } from "./npm.ts"

/**
 * Installs the packages of a directory in `test/fixtures`, and the built package, into `.cache`. Returns the directory.
 * As dev dependencies they would add hundreds of packages to `npm ci`.
 */
export function installFixture(name: "frameworks" | "jest" | "next-auth-5-beta-25"): string {
  const directory = join(ROOT, ".cache", name)
  const lock = "package-lock.json"
  const fixture = join(ROOT, "test/fixtures", name)
  const isInstalled =
    existsSync(join(directory, "node_modules/.package-lock.json")) &&
    readFileSync(join(directory, lock), "utf8") === readFileSync(join(fixture, lock), "utf8")
  if (!isInstalled) {
    rmSync(directory, { recursive: true, force: true })
    cpSync(fixture, directory, { recursive: true })
    npm(directory, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
  }
  const installed = join(directory, "node_modules/authjs-bink")
  rmSync(installed, { recursive: true, force: true })
  for (const part of ["package.json", "dist"]) {
    cpSync(join(ROOT, part), join(installed, part), { recursive: true })
  }
  return directory
}
