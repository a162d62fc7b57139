import { Failure } from "../../command.js"
import { type Addresses, readAddresses } from "../../project/addresses.js"
import { type Environment, readEnvironment } from "../../project/environment.js"
import { dependenciesOf, findDependency, findInstalled, peekPackageJson } from "../../project/package-json.js"
import { findPackageManager, type PackageManager } from "../../project/package-manager.js"
import { type Project, readProject } from "../../project/project.js"
import { hasBinkPlugin } from "../init/better-auth.js"

export type Framework = "next-auth 4" | "auth.js" | "better-auth" | "none"

/** What the checks read. */
export interface DoctorContext {
  root: string
  environment: Environment
  /** The variables as the app receives them. */
  env: NodeJS.Dict<string>
  framework: Framework
  /** The framework's package is installed, not only listed in package.json. */
  isInstalled: boolean
  packageManager: PackageManager
  /** The Next.js app, or `undefined` for other apps. */
  project: Project | undefined
  /** `undefined` for apps that do not use Better Auth. */
  hasBinkPlugin: boolean | undefined
  addresses: Addresses
  /** The address of the running app, from `--url`. */
  url: URL | undefined
}

export function readContext(root: string, url: URL | undefined): DoctorContext {
  const mode = process.env.NODE_ENV === "production" ? "production" : "development"
  const environment = readEnvironment(root, mode, true)
  const project = tryReadProject(root)
  const { framework, isInstalled } = findFramework(root, project)
  const env = environment.values
  return {
    root,
    environment,
    env,
    framework,
    isInstalled,
    packageManager: findPackageManager(root, peekPackageJson(root)),
    project,
    hasBinkPlugin: project && framework === "better-auth" ? hasBinkPlugin(project) : undefined,
    addresses: readAddresses({
      framework,
      env,
      url,
      setup: framework === "better-auth" ? undefined : project?.setup,
      nextConfig: project?.nextConfig,
      devServer: project?.devServer,
    }),
    url,
  }
}

/** Apps without Next.js have no project model: their checks read the environment and the running app. */
function tryReadProject(root: string): Project | undefined {
  try {
    return readProject(root)
  } catch (error) {
    if (error instanceof Failure) return undefined
    throw error
  }
}

function findFramework(
  root: string,
  project: Project | undefined,
): { framework: Framework; isInstalled: boolean } {
  const listed = dependenciesOf(peekPackageJson(root))
  if (project?.setup) {
    const installed = findInstalled(project.authPackage, "next-auth")
    return {
      framework: project.nextAuth === 4 ? "next-auth 4" : "auth.js",
      isInstalled: installed !== undefined,
    }
  }
  // A workspace may also install the package of another app.
  const isBetterAuth = "better-auth" in listed && !("next-auth" in listed)
  const { installed, range } = isBetterAuth ? {} : findDependency(root, "next-auth")
  const version = installed ?? range?.replace(/^\D+/, "")
  if (version)
    return {
      framework: version.startsWith("4") ? "next-auth 4" : "auth.js",
      isInstalled: installed !== undefined,
    }
  // Better Auth before @auth/core, which may be installed for its types alone.
  const betterAuth = findInstalled(root, "better-auth")
  if (betterAuth || isBetterAuth) return { framework: "better-auth", isInstalled: betterAuth !== undefined }
  const core = findInstalled(root, "@auth/core")
  if (core || "@auth/core" in listed || range)
    return { framework: "auth.js", isInstalled: core !== undefined }
  return { framework: "none", isInstalled: false }
}
