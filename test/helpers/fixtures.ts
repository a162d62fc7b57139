import { cpSync, existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"
import { npm } from "./npm.ts"

type Fixture = "frameworks" | "jest" | "next-auth-5-beta-25" | "typescript"

/** Returns the directory into which {@link installFixture} installs. */
export function fixtureDirectory(name: Fixture): string {
  return join(ROOT, ".cache", name)
}

/**
 * Installs the packages of a directory in `test/fixtures` into `.cache`, and returns that directory. As dev
 * dependencies they would add hundreds of packages to `npm ci`.
 */
export function installFixture(name: Fixture): string {
  const directory = fixtureDirectory(name)
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
  return directory
}
