import { globSync, readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"

interface Locked {
  optionalDependencies?: Record<string, string>
}

const ROOT = resolve(import.meta.dirname, "../..")
const LOCK_FILES = [
  "package-lock.json",
  ...globSync("{examples/*,test/*,test/*/*}/package-lock.json", { cwd: ROOT }),
]
const read = (path: string) => readFileSync(resolve(ROOT, path), "utf8")

/**
 * npm removes the optional packages of other systems from the lock file if it writes the file while `node_modules`
 * exists. `npm ci` then fails on those systems. Update the lock file in a directory without `node_modules`.
 */
test.each(LOCK_FILES)("%s contains the optional dependencies of every system", (path) => {
  const { packages } = JSON.parse(read(path)) as { packages: Record<string, Locked> }
  const isLocked = (name: string) =>
    Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(name))
      .map((name) => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})

test.each(LOCK_FILES)("%s contains no registry URL", (path) => {
  expect(read(path).match(/"resolved": "http[^"]*"/g)).toBeNull()
})
