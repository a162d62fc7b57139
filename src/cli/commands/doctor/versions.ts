import { SUPPORTED_VERSIONS } from "../../manifest.js"
import { findInstalled } from "../../project-files.js"
import type { Finding, Patient } from "./finding.js"
import { isInRange } from "./version-range.js"

/** Whether what is installed beside this package is what it works with. */
export function checkVersions({ root, framework }: Patient): Finding[] {
  const node: Finding = { check: "node", status: "ok", says: `Node.js ${process.versions.node}` }
  const peers = Object.entries(SUPPORTED_VERSIONS).flatMap(([name, range]) => {
    const version = findInstalled(root, name)
    return version === undefined ? [] : [checkPeer(name, version, range)]
  })
  return [node, ...peers, ...(framework === "none" ? [noFramework] : [])]
}

function checkPeer(name: string, version: string, range: string): Finding {
  if (isInRange(version, range)) return { check: name, status: "ok", says: `${name} ${version}` }
  return {
    check: name,
    status: "error",
    says: `${name} ${version} is installed, and authjs-bink works with ${range}.`,
    fix: `Install one of those: npm install "${name}@${range}"`,
  }
}

const noFramework: Finding = {
  check: "framework",
  status: "error",
  says: "Neither next-auth, @auth/core nor better-auth is installed here, so nothing can sign anyone in.",
  fix: "Run this in the app's folder, after its packages are installed. For Next.js: npx authjs-bink init",
}
