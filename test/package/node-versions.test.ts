import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, join, sep } from "node:path"
import { expect, test } from "vitest"

/** Runs on this Node.js and on the machine's Node.js, which npm scripts hide behind the project's. */
const systemDirectories = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((path) => !path.includes(`node_modules${sep}.bin`))
const name = process.platform === "win32" ? "node.exe" : "node"
const systemNode = systemDirectories
  .map((directory) => join(directory, name))
  .find((path) => existsSync(path))
const nodes = new Map(
  [process.execPath, systemNode ?? process.execPath].map((path) => [
    String(execFileSync(path, ["--version"])).trim(),
    path,
  ]),
)

test.each([...nodes])("an app with the installed package works on Node.js %s", (version, node) => {
  const run = join(import.meta.dirname, "consumer/run.js")
  const output = execFileSync(node, [run], { encoding: "utf8", stdio: "pipe" })
  expect(output).toContain(`The package works on Node.js ${version.slice(1)}.`)
})
