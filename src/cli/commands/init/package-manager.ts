import { existsSync } from "node:fs"
import { dirname, join } from "node:path"

export type PackageManager = "npm" | "pnpm" | "yarn" | "bun"

const LOCKFILES: Record<string, PackageManager> = {
  "package-lock.json": "npm",
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun",
  "bun.lockb": "bun",
}

/**
 * What installs packages here: the manifest's `packageManager`, else whose lockfile is nearest, upward since that of
 * a workspace lies at its root, else npm.
 */
export function detectPackageManager(root: string, packageManager: unknown): PackageManager {
  const named = typeof packageManager === "string" ? packageManager.split("@")[0] : undefined
  const known = Object.values(LOCKFILES).find((manager) => manager === named)
  if (known) return known
  for (let folder = root; ; folder = dirname(folder)) {
    const lockfile = Object.keys(LOCKFILES).find((name) => existsSync(join(folder, name)))
    if (lockfile) return LOCKFILES[lockfile] ?? "npm"
    if (folder === dirname(folder)) return "npm"
  }
}

/** The command that adds packages, as a shell takes it: quoted, since a caret means something to some of them. */
export function installCommand(manager: PackageManager, packages: string[]): string[] {
  return [manager, manager === "npm" ? "install" : "add", ...packages.map((name) => `"${name}"`)]
}
