import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"
import { delimiter, join, sep } from "node:path"
import { expect, test } from "vitest"

/** This Node, and the machine's own, which npm's scripts put the project's before. */
const ownFolders = (process.env.PATH ?? "")
  .split(delimiter)
  .filter((path) => !path.includes(`node_modules${sep}.bin`))
const name = process.platform === "win32" ? "node.exe" : "node"
const machines = ownFolders.map((folder) => join(folder, name)).find((path) => existsSync(path))
const nodes = new Map(
  [process.execPath, machines ?? process.execPath].map((path) => [
    String(execFileSync(path, ["--version"])).trim(),
    path,
  ]),
)

test.each([...nodes])("an app that installs the package works on Node %s", (version, node) => {
  const run = join(import.meta.dirname, "consumer/run.js")
  const output = execFileSync(node, [run], { encoding: "utf8", stdio: "pipe" })
  expect(output).toContain(`The package works on Node ${version.slice(1)}.`)
})
