import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { expect, test } from "vitest"

interface Locked {
  optionalDependencies?: Record<string, string>
}

const text = readFileSync(resolve(import.meta.dirname, "../../package-lock.json"), "utf8")
const { packages } = JSON.parse(text) as { packages: Record<string, Locked> }

/** npm drops other systems' packages from a lock file when it is written beside a `node_modules`; `npm ci` then fails. */
test("the lock file serves every system: each optional dependency is locked", () => {
  const isLocked = (name: string) =>
    Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`))
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(name))
      .map((name) => `${path} → ${name}`),
  )
  expect(missing).toEqual([])
})

test.each(["package-lock.json", "test/bench/peers/package-lock.json"])(
  "%s names no registry: everyone installs from their own",
  (path) => {
    const text = readFileSync(resolve(import.meta.dirname, "../..", path), "utf8")
    expect(text.match(/"resolved": "http[^"]*"/g)).toBeNull()
  },
)
