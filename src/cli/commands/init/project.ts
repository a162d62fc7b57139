import { existsSync } from "node:fs"
import { join } from "node:path"
import { Failure } from "../../command.js"
import { readVersion, SUPPORTED_VERSIONS } from "../../manifest.js"
import { findSource, readIfThere } from "../../project-files.js"
import { detectPackageManager, type PackageManager } from "./package-manager.js"
import { maskSource } from "./source.js"

/** What `init` has to know of the app that it adds Bink to. Paths are relative to `root`, with forward slashes. */
export interface Project {
  root: string
  router: "app" | "pages"
  /** Where the folders of the routers and `auth.ts` are: `""`, or `"src/"`. */
  base: "" | "src/"
  typescript: boolean
  /** Which next-auth is there, or 5 where none is yet. */
  nextAuth: 4 | 5
  /** The alias `@/` reaches `base`, as create-next-app sets it up. */
  hasAlias: boolean
  /** What package.json does not name yet, as it is to be installed. */
  missing: string[]
  packageManager: PackageManager
  /** The port that `npm run dev` serves. */
  port: number
  /** The app is served under a path of its own, which changes every address. */
  hasBasePath: boolean
  /** Pages are prerendered up to what waits in a Suspense boundary: the default of new apps from Next.js 16 on. */
  cacheComponents: boolean
}

interface PackageJson {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  scripts?: Record<string, string>
  packageManager?: unknown
}

/** @throws Failure where there is no Next.js app, or one that cannot be told apart for sure */
export function readProject(root: string): Project {
  const manifest = readPackageJson(root)
  const dependencies = { ...manifest.devDependencies, ...manifest.dependencies }
  if (!dependencies.next) {
    throw new Failure(
      "The package.json here does not name next, so there is no Next.js app to add Bink to. " +
        "Run this in the app's own folder, or start one with: npx create-next-app@latest",
    )
  }
  // An app folder without a layout holds route handlers only, beside the pages router: `init` itself makes such a one.
  const folder =
    ["app", "src/app"].find((path) => findSource(root, `${path}/layout`)) ??
    ["pages", "src/pages"].find((path) => existsSync(join(root, path)))
  if (!folder) {
    throw new Failure(
      "There is neither an app folder with a layout nor a pages folder here, nor under src, so it is not clear where a " +
        "page would go. Start the app first: npx create-next-app@latest",
    )
  }
  const nextAuth = dependencies["next-auth"] ? nextAuthMajor(root, dependencies["next-auth"]) : 5
  const base = folder.startsWith("src/") ? "src/" : ""
  const config = maskSource(readIfThere(join(root, findSource(root, "next.config") ?? "next.config.js")))
  return {
    root,
    router: folder.endsWith("app") ? "app" : "pages",
    base,
    typescript: existsSync(join(root, "tsconfig.json")),
    nextAuth,
    hasAlias: reachesBase(root, base),
    missing: [
      // The range that this package works with ends with the newest line of next-auth.
      ...(dependencies["next-auth"]
        ? []
        : [`next-auth@${SUPPORTED_VERSIONS["next-auth"].split("||").at(-1)?.trim()}`]),
      ...(dependencies["authjs-bink"] ? [] : [`authjs-bink@^${readVersion()}`]),
    ],
    packageManager: detectPackageManager(root, manifest.packageManager),
    port: devPort(manifest.scripts?.dev),
    hasBasePath: /\bbasePath\s*:/.test(config),
    cacheComponents: /\bcacheComponents\s*:\s*true/.test(config),
  }
}

function readPackageJson(root: string): PackageJson {
  const text = readIfThere(join(root, "package.json"))
  if (!text)
    throw new Failure(`There is no package.json in ${root}. Run this in the folder of a Next.js app.`)
  try {
    return JSON.parse(text) as PackageJson
  } catch {
    throw new Failure("The package.json here is no JSON, so nothing can be said of the app. Mend it first.")
  }
}

/** What is installed tells for sure; a range does where it begins with a number. */
function nextAuthMajor(root: string, range: string): 4 | 5 {
  const installed = readIfThere(join(root, "node_modules/next-auth/package.json"))
  const version = installed ? (JSON.parse(installed) as { version: string }).version : range
  const major = /^[\^~>=v\s]*([45])\b/.exec(version)?.[1]
  if (major) return major === "4" ? 4 : 5
  if (range === "beta") return 5
  throw new Failure(
    `Which next-auth this app uses is not clear from "${range}": only 4 and 5 are known. Install it first, then run this again.`,
  )
}

function reachesBase(root: string, base: string): boolean {
  const config = readIfThere(join(root, "tsconfig.json")) || readIfThere(join(root, "jsconfig.json"))
  const target = /"@\/\*"\s*:\s*\[\s*"(?:\.\/)?([^"*]*)\*"\s*\]/.exec(config)?.[1]
  return target === base
}

function devPort(script = ""): number {
  return Number(/(?:\s-p|\s--port)[\s=]+(\d+)/.exec(script)?.[1] ?? 3000)
}
