import { spawnSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import { writeFiles } from "../../test/helpers/create-next-app.ts"
import { NETWORK_ERROR, npm } from "../../test/helpers/npm.ts"
import { terminalEnvironment } from "../../test/helpers/terminal-environment.ts"

/** A package manager and the arguments of its commands. Caches are next to the app, so that they are deleted with it. */
export interface PackageManager {
  name: string
  /** Its package in the registry. */
  spec: string
  bin: string
  /** Settings in the directory of the app. Install scripts of packages do not run. */
  settings: Record<string, string>
  /** Resolves the versions of all packages and their peers, without an installation. */
  resolve: string[]
  /** Adds a tarball to the app. */
  add: (tarball: string) => string[]
  /** Lists unmet peers, where the commands above do not name them. */
  listPeers?: string[]
  /** Runs Node.js, where packages are not in `node_modules`. */
  node?: string[]
}

const npmVersion = (major: number): PackageManager => ({
  name: `npm ${major}`,
  spec: `npm@${major}`,
  bin: "npm",
  settings: {
    ".npmrc": "ignore-scripts=true\nprefer-offline=true\naudit=false\nfund=false\nupdate-notifier=false\n",
  },
  resolve: ["install", "--package-lock-only"],
  add: (tarball) => ["install", tarball],
})

const yarn = (name: string, linker: string): PackageManager => ({
  name,
  spec: "@yarnpkg/cli-dist",
  bin: "yarn",
  settings: {
    ".yarnrc.yml": `nodeLinker: ${linker}
globalFolder: ../yarn
enableScripts: false
enableTelemetry: false
enableImmutableInstalls: false
npmMinimalAgeGate: 0
`,
    // Marks the root of a project.
    "yarn.lock": "",
  },
  resolve: ["install", "--mode=update-lockfile"],
  add: (tarball) => ["add", `authjs-bink@file:${tarball}`],
  listPeers: ["explain", "peer-requirements"],
})

export const PACKAGE_MANAGERS: readonly PackageManager[] = [
  npmVersion(10),
  npmVersion(11),
  {
    name: "pnpm",
    spec: "pnpm",
    bin: "pnpm",
    settings: { "pnpm-workspace.yaml": "storeDir: ../pnpm\nminimumReleaseAge: 0\nignoreScripts: true\n" },
    resolve: ["install", "--lockfile-only"],
    add: (tarball) => ["add", tarball],
  },
  yarn("Yarn", "node-modules"),
  { ...yarn("Yarn PnP", "pnp"), node: ["node"] },
  {
    name: "Bun",
    spec: "bun",
    bin: "bun",
    settings: { "bunfig.toml": '[install]\nignoreScripts = true\ncache.dir = "../bun"\n' },
    resolve: ["install", "--lockfile-only"],
    add: (tarball) => ["add", tarball],
  },
]

export interface InstalledManager {
  version: string
  /** Runs a command in a directory and returns its output. Throws the output if it fails. */
  run: (cwd: string, args: string[]) => string
}

export function installManager({ name, spec, bin }: PackageManager, directory: string): InstalledManager {
  const tool = join(directory, name)
  mkdirSync(tool, { recursive: true })
  // The packages of pnpm and Bun put their binaries in place with install scripts, which npm 12 only runs if allowed.
  writeFiles(tool, {
    "package.json": JSON.stringify({ private: true, allowScripts: { bun: true, pnpm: true } }),
  })
  npm(tool, "install", "--no-audit", "--no-fund", spec)
  const run: InstalledManager["run"] = (cwd, args) =>
    runProgram(join(tool, "node_modules/.bin", bin), args, cwd)
  return { version: run(tool, ["--version"]).trim(), run }
}

/** Runs a program and returns all its output. Throws the output if it fails, and tries again after a network error. */
export function runProgram(program: string, args: string[], cwd: string, attempts = 3): string {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: "utf8",
    env: terminalEnvironment(),
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw error
  const output = `${stdout}\n${stderr}`
  if (status === 0) return output
  if (attempts > 1 && NETWORK_ERROR.test(output)) return runProgram(program, args, cwd, attempts - 1)
  throw new Error(output)
}
