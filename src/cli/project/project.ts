import { existsSync } from "node:fs"
import { join, relative, resolve } from "node:path"
import { type AuthSetup, findAuthSetup, packageOf } from "../auth/auth-setup.js"
import { Failure } from "../command.js"
import { SUPPORTED_VERSIONS } from "../manifest.js"
import { ModuleGraph } from "../source/module-graph.js"
import { isInRange } from "../version-range.js"
import { type AuthSystem, findAuthSystem } from "./auth-systems.js"
import { type DevServer, readDevServer } from "./dev-server.js"
import { listSources } from "./files.js"
import { type NextConfig, readNextConfig } from "./next-config.js"
import {
  type Dependency,
  dependenciesOf,
  findDependency,
  type PackageJson,
  peekPackageJson,
  readPackageJson,
} from "./package-json.js"
import { findPackageManager, type PackageManager } from "./package-manager.js"
import { type Routers, readRouters } from "./routers.js"
import { findWorkspace, packagesOf } from "./workspace.js"

/** A Next.js app, as `init` and `doctor` see it. Paths are relative to `root`, with forward slashes. */
export interface Project {
  root: string
  manifest: PackageJson
  routers: Routers
  typescript: boolean
  nextConfig: NextConfig
  devServer: DevServer
  packageManager: PackageManager
  /** The major version of next-auth. 5 if the app does not have it yet. */
  nextAuth: 4 | 5
  /** The directory of the package that depends on next-auth: the app, or a package of its workspace. */
  authPackage: string
  nextAuthVersion: Dependency
  /** What the app has of Auth.js, or `undefined`. */
  setup: AuthSetup | undefined
  /** Another way to sign in, if the app does not use Auth.js. */
  authSystem: AuthSystem | undefined
  sources: string[]
  /** The `.d.ts` files of the app. */
  declarations: string[]
  graph: ModuleGraph
}

/** Reads the Next.js app in a directory. @throws Failure if it is missing, or if its version of next-auth is unknown */
export function readProject(root: string, configFile?: string): Project {
  const manifest = readPackageJson(root)
  const dependencies = dependenciesOf(manifest)
  if (!dependencies.next) throw noNextApp(root, manifest)
  const nextConfig = readNextConfig(root)
  const { sources, declarations } = listSources(root)
  const routers = readRouters(root, sources, nextConfig.pageExtensions)
  if (!routers) {
    throw new Failure(
      `No pages found in ${root}: there is no app directory with a layout, and no pages directory. ` +
        "Run init in the directory of the app, or create one: npx create-next-app@latest",
    )
  }
  const graph = new ModuleGraph()
  const file = configFile === undefined ? undefined : resolve(root, configFile)
  const search = (nextAuth: 4 | 5) => findAuthSetup({ root, routers, sources, graph, file, nextAuth })
  let authPackage = root
  let nextAuthVersion = findDependency(root, "next-auth")
  const first = search(majorOf(nextAuthVersion) ?? 5)
  if (!dependencies["next-auth"] && first?.module) {
    authPackage = packageOf(first.module)
    nextAuthVersion = findDependency(authPackage, "next-auth")
  }
  const isUsed = first !== undefined || dependencies["next-auth"] !== undefined
  const nextAuth = isUsed
    ? (majorOf(nextAuthVersion) ?? majorOfCode(first) ?? unknownVersion(nextAuthVersion))
    : 5
  const setup = nextAuth === 4 ? search(4) : first
  return {
    root,
    manifest,
    routers,
    typescript: existsSync(join(root, "tsconfig.json")),
    nextConfig,
    devServer: readDevServer(manifest),
    packageManager: findPackageManager(root, manifest),
    nextAuth,
    authPackage,
    nextAuthVersion,
    setup,
    authSystem: setup ? undefined : findAuthSystem(root, dependencies, routers, sources),
    sources,
    declarations,
    graph,
  }
}

function hasPages(directory: string): boolean {
  const { pageExtensions } = readNextConfig(directory)
  return readRouters(directory, listSources(directory).sources, pageExtensions) !== undefined
}

/** Names the Next.js apps of a monorepo if the command ran at its root. */
function noNextApp(root: string, manifest: PackageJson): Failure {
  const workspace = findWorkspace(root)
  const packages = workspace?.root === root ? [...packagesOf(workspace).values()] : []
  const withNext = packages.filter((directory) => "next" in dependenciesOf(peekPackageJson(directory)))
  // Packages with shared components or settings depend on next too.
  const withPages = withNext.filter(hasPages)
  const apps = withPages.length > 0 ? withPages : withNext
  const manager = findPackageManager(root, manifest)
  const start = manager === "npm" ? "npx" : manager === "bun" ? "bunx" : `${manager} dlx`
  if (apps.length === 0) {
    return new Failure(
      `${join(root, "package.json")} does not list next, so this is not a Next.js app. ` +
        "Run init in the directory of the app, or create one: npx create-next-app@latest",
    )
  }
  const commands = apps.map((app) => `  ${start} authjs-bink init --cwd ${relative(root, app)}`)
  return new Failure(
    `This is the root of a monorepo. Run init for one of its Next.js apps:\n${commands.join("\n")}`,
  )
}

function majorOf({ installed, range }: Dependency): 4 | 5 | undefined {
  const version = installed ?? range ?? ""
  if (/^(beta|next)$/.test(version)) return 5
  if (version === "latest") return 4
  const major = /^[\^~>=v\s]*(\d+)/.exec(version)?.[1]
  return major === "4" ? 4 : major === "5" ? 5 : undefined
}

/** The names that the code uses differ between the versions. */
function majorOfCode(setup: AuthSetup | undefined): 4 | 5 | undefined {
  const text = setup?.module?.text ?? setup?.route?.module?.text ?? ""
  if (/\b(NextAuthOptions|AuthOptions|getServerSession)\b/.test(text)) return 4
  return /\b(NextAuthConfig|handlers)\b/.test(text) ? 5 : undefined
}

function unknownVersion({ installed, range }: Dependency): never {
  const version = installed ?? range
  throw new Failure(
    version
      ? `This app has next-auth "${version}". authjs-bink supports ${SUPPORTED_VERSIONS["next-auth"]}. Install a supported version, and run init again.`
      : "The version of next-auth is unknown. Install the app's packages, and run init again.",
  )
}

/** Returns `true` if the version of next-auth has to be raised. */
export function isNextAuthTooOld({ installed, range }: Dependency): boolean {
  const exact = installed ?? /^[\^~=v\s]*(\d+\.\d+\.\d+\S*)$/.exec(range ?? "")?.[1]
  return exact !== undefined && !isInRange(exact, SUPPORTED_VERSIONS["next-auth"])
}

/** Returns the range of next-auth to install for a major version. */
export function rangeOfNextAuth(nextAuth: 4 | 5): string {
  const ranges = SUPPORTED_VERSIONS["next-auth"].split("||").map((range) => range.trim())
  return ranges.find((range) => range.startsWith(`^${nextAuth}`)) ?? SUPPORTED_VERSIONS["next-auth"]
}
