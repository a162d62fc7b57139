import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../scripts/demo-app.ts"
import { npm } from "../flow/npm.ts"

/** The packages we are compared with: a folder of its own, so that nobody else who works here has to install them. */
export const PEERS = join(import.meta.dirname, "peers")

/** Installs the peers where they are missing, or older than their lock file. React comes from the repository. */
export function installPeers(): void {
  const installed = join(PEERS, "node_modules/.package-lock.json")
  const age = (path: string) => (existsSync(path) ? statSync(path).mtimeMs : 0)
  if (age(installed) > age(join(PEERS, "package-lock.json"))) return
  console.log("Installing the peers …")
  npm(PEERS, "ci", "--ignore-scripts")
}

/** The version that is installed of a package, among the peers or in the repository. */
export function versionOf(name: string, homes = [PEERS, root]): string {
  const manifests = homes.map((home) => join(home, "node_modules", name, "package.json"))
  const manifest = manifests.find((path) => existsSync(path))
  if (!manifest) throw new Error(`${name} is not installed, so it cannot be measured.`)
  return JSON.parse(readFileSync(manifest, "utf8")).version
}

export function versionsOf(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]))
}
