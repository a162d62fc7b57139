import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"

interface Locked {
  optionalDependencies?: Record<string, string>
}

const text = readFileSync(resolve(import.meta.dirname, "../../package-lock.json"), "utf8")
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> }

/**
 * npm removes the optional packages of other systems from the lock file if it writes the file while `node_modules`
 * exists. `npm ci` then fails on those systems. Update the lock file in a directory without `node_modules`.
 */
test("the lock file contains the optional dependencies of every system", () => {
  const isLocked = (name: string) =>
    Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(name))
      .map((name) => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})

test.each([
  "package-lock.json",
  "test/bench/peers/package-lock.json",
  "test/fixtures/frameworks/package-lock.json",
])("%s contains no registry URL", (path) => {
  const text = readFileSync(resolve(import.meta.dirname, "../..", path), "utf8")
  expect(text.match(/"resolved": "http[^"]*"/g)).toBeNull()
})
