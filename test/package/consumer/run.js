/**
 * Installs the packed package in an app and runs the app on the Node.js that runs this file:
 *
 *   node test/package/consumer/run.js
 *
 * It is JavaScript without a test runner, so that the oldest supported Node.js can run it. Call it directly: in npm
 * scripts, `node` is the Node.js that the project installs. The app is inside the repository, so that its frameworks
 * resolve to the installed ones.
 */
import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../..", import.meta.url))
// One per process, because two versions of Node.js may run at the same time.
const directory = join(root, `.cache/consumer-${process.pid}`)
const npm = (cwd, ...args) =>
  execFileSync("npm", args, { cwd, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" })

rmSync(directory, { recursive: true, force: true })
mkdirSync(directory, { recursive: true })
try {
  npm(root, "pack", "--ignore-scripts", "--pack-destination", directory)
  const [tarball] = readdirSync(directory)
  writeFileSync(join(directory, "package.json"), JSON.stringify({ private: true, type: "module" }))
  npm(directory, "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`)
  const installed = join(directory, "node_modules")
  assert.deepEqual(
    readdirSync(installed).filter((name) => !name.startsWith(".")),
    ["authjs-bink"],
  )

  cpSync(new URL("app.js", import.meta.url), join(directory, "app.js"))
  execFileSync(process.execPath, ["app.js"], { cwd: directory, stdio: "inherit" })
  const command = join(installed, "authjs-bink/dist/cli/main.js")
  assert.match(String(execFileSync(process.execPath, [command, "--help"])), /emulator +run the Bink emulator/)
  console.log(`The package works on Node.js ${process.versions.node}.`)
} finally {
  rmSync(directory, { recursive: true, force: true })
}
