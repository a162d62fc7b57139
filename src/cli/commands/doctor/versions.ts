import { SUPPORTED_VERSIONS } from "../../manifest.js"
import { dependenciesOf, findInstalled, peekPackageJson } from "../../project/package-json.js"
import { executeCommand, installCommand } from "../../project/package-manager.js"
import { rangeOfNextAuth } from "../../project/project.js"
import { isInRange } from "../../version-range.js"
import type { DoctorContext } from "./context.js"
import type { Finding } from "./finding.js"

/** Checks whether this package supports the installed versions. */
export function checkVersions(context: DoctorContext): Finding[] {
  const { root, project } = context
  const node: Finding = { level: "ok", code: "node_version", message: `Node.js ${process.versions.node}` }
  const peers = Object.entries(SUPPORTED_VERSIONS).flatMap(([name, range]) => {
    const directory = name === "next-auth" ? (project?.authPackage ?? root) : root
    const version = findInstalled(directory, name)
    // next-auth and adapters install their own @auth/core.
    const isOther = name === "@auth/core" && project && !(name in dependenciesOf(project.manifest))
    return version === undefined || isOther ? [] : [checkVersion(context, name, version, range)]
  })
  return [node, ...peers, ...checkFramework(context)]
}

function checkVersion(
  { root, packageManager, project }: DoctorContext,
  name: string,
  version: string,
  range: string,
): Finding {
  const prefix = name.replace(/^@/, "").replace(/\W/g, "_")
  // Release candidates of React have its features. Those of next-auth had other versions of @auth/core.
  const isSupported = isInRange(name.startsWith("react") ? version.replace(/-.*/, "") : version, range)
  const wanted = name === "next-auth" && project ? rangeOfNextAuth(project.nextAuth) : range
  if (isSupported) return { level: "ok", code: `${prefix}_version`, message: `${name} ${version}` }
  return {
    level: "error",
    code: `${prefix}_version_unsupported`,
    message: `${name} ${version} is installed. authjs-bink supports ${range}.`,
    fix: `Install a supported version: ${installCommand(packageManager, root, [`${name}@${wanted}`])}`,
  }
}

function checkFramework({ root, framework, isInstalled, packageManager, project }: DoctorContext): Finding[] {
  // The check of the code names the other system.
  if (framework === "none" && project?.authSystem) return []
  if (framework === "none" && "authjs-bink" in dependenciesOf(peekPackageJson(root))) {
    return [
      {
        level: "unknown",
        code: "framework_unknown",
        message: "Neither next-auth, @auth/core nor better-auth was found. Other sign-ins are not checked.",
      },
    ]
  }
  if (framework === "none") {
    return [
      {
        level: "error",
        code: "framework_missing",
        message: "Neither next-auth, @auth/core nor better-auth was found, so no user can sign in.",
        fix: `Run doctor in the directory of the app. In a Next.js app, set it up with: ${executeCommand(packageManager, "authjs-bink init")}`,
      },
    ]
  }
  if (isInstalled) return []
  return [
    {
      level: "error",
      code: "packages_not_installed",
      message: `${framework === "better-auth" ? "better-auth" : framework === "next-auth 4" || project?.setup ? "next-auth" : "The Auth.js package"} is not installed.`,
      fix: `Install the packages of package.json: ${packageManager} install`,
    },
  ]
}
