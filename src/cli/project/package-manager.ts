import { existsSync } from "node:fs"
import { join } from "node:path"
import { upward } from "./files.js"
import { type PackageJson, peekPackageJson } from "./package-json.js"
import { findWorkspace } from "./workspace.js"

export type PackageManager = "npm" | "pnpm" | "yarn" | "bun"

const LOCKFILES: Record<string, PackageManager> = {
  "pnpm-lock.yaml": "pnpm",
  "yarn.lock": "yarn",
  "bun.lock": "bun",
  "bun.lockb": "bun",
  "package-lock.json": "npm",
  "npm-shrinkwrap.json": "npm",
  "pnpm-workspace.yaml": "pnpm",
}

/** Returns the package manager of a project: from `packageManager`, else from the nearest lockfile, else npm. */
export function findPackageManager(root: string, manifest: PackageJson): PackageManager {
  const manifests = [manifest, ...packageManagersAbove(root)]
  const named = manifests.map(({ packageManager }) => packageManager?.split("@")[0]).find(Boolean)
  const known = Object.values(LOCKFILES).find((manager) => manager === named)
  if (known) return known
  for (const directory of upward(root)) {
    const lockfile = Object.keys(LOCKFILES).find((name) => existsSync(join(directory, name)))
    if (lockfile) return LOCKFILES[lockfile] ?? "npm"
    // A lockfile outside the repository belongs to something else.
    if (existsSync(join(directory, ".git"))) break
  }
  return "npm"
}

function packageManagersAbove(root: string): PackageJson[] {
  const workspace = findWorkspace(root)
  return workspace && workspace.root !== root ? [peekPackageJson(workspace.root)] : []
}

/** Returns the command that adds packages to the package in `directory`. Arguments are quoted for the shell. */
export function installCommand(manager: PackageManager, directory: string, packages: string[]): string {
  const isWorkspaceRoot = findWorkspace(directory)?.root === directory
  // pnpm and Yarn 1 refuse to add packages to the root of a workspace without a flag.
  const flag = !isWorkspaceRoot
    ? ""
    : manager === "pnpm"
      ? " -w"
      : manager === "yarn" && isYarn1(directory)
        ? " -W"
        : ""
  const verb = manager === "npm" ? "install" : "add"
  return `${manager} ${verb}${flag} ${packages.map((name) => `"${name}"`).join(" ")}`
}

function isYarn1(directory: string): boolean {
  return !existsSync(join(directory, ".yarnrc.yml"))
}

/** Returns the command that runs a program of an installed package. */
export function executeCommand(manager: PackageManager, program: string): string {
  const prefixes: Record<PackageManager, string> = {
    npm: "npx",
    pnpm: "pnpm exec",
    yarn: "yarn",
    bun: "bunx",
  }
  return `${prefixes[manager]} ${program}`
}

/** Returns the command that runs a script of `package.json`. */
export function scriptCommand(manager: PackageManager, script: string): string {
  return manager === "npm" || manager === "bun" ? `${manager} run ${script}` : `${manager} ${script}`
}
