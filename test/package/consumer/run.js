/**
 * Installs the packed package into an app, and runs the app on the Node that runs this file:
 *
 *   node test/package/consumer/run.js
 *
 * It is JavaScript and needs no test runner, so that the oldest Node which the package promises to run on can run it.
 * Inside of npm's scripts `node` is the newer one that the project brings along: call it directly to try another.
 *
 * The app stands inside the repository, so that the frameworks it uses are found in the folders above.
 */
import assert from "node:assert/strict"
import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("../../..", import.meta.url))
// One for each process, since two versions of Node may be tried at a time.
const folder = join(root, `.cache/consumer-${process.pid}`)
const npm = (cwd, ...args) =>
  execFileSync("npm", args, { cwd, stdio: ["ignore", "pipe", "pipe"], shell: process.platform === "win32" })

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
try {
  npm(root, "pack", "--ignore-scripts", "--pack-destination", folder)
  const [tarball] = readdirSync(folder)
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }))
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", `./${tarball}`)
  const installed = join(folder, "node_modules")
  assert.deepEqual(
    readdirSync(installed).filter((name) => !name.startsWith(".")),
    ["authjs-bink"],
  )

  cpSync(new URL("app.js", import.meta.url), join(folder, "app.js"))
  execFileSync(process.execPath, ["app.js"], { cwd: folder, stdio: "inherit" })
  const command = join(installed, "authjs-bink/dist/cli/main.js")
  assert.match(String(execFileSync(process.execPath, [command, "--help"])), /emulator +run the Bink emulator/)
  console.log(`The package works on Node ${process.versions.node}.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
