import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"
import { npm } from "../helpers/npm.ts"

/** A project with the packages that this package is compared with. Only the benchmarks install them. */
export const PEERS = join(import.meta.dirname, "peers")

/** Installs the compared packages if they are missing or older than their lockfile. React comes from the repository. */
export function installPeers(): void {
  const installed = join(PEERS, "node_modules/.package-lock.json")
  const modifiedAt = (path: string) => (existsSync(path) ? statSync(path).mtimeMs : 0)
  if (modifiedAt(installed) > modifiedAt(join(PEERS, "package-lock.json"))) return
  npm(PEERS, "ci", "--ignore-scripts")
}

/** Returns the installed version of a package, from the compared packages or the repository. */
export function versionOf(name: string, projects = [PEERS, ROOT]): string {
  const manifests = projects.map((project) => join(project, "node_modules", name, "package.json"))
  const manifest = manifests.find((path) => existsSync(path))
  if (!manifest)
    throw new Error(`${name} is not installed. Run npm ci in the repository and in test/bench/peers.`)
  return JSON.parse(readFileSync(manifest, "utf8")).version
}

/** Returns the installed versions of packages. */
export function versionsOf(...names: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, versionOf(name)]))
}
