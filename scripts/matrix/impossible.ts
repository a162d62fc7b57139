import { satisfies } from "semver"
import own from "../../package.json" with { type: "json" }
import type { Cell } from "./cells.ts"
import { type Versions, view } from "./versions.ts"

/** Why these cannot be installed together, or not be used together; `undefined` where they can. */
export function whyImpossible(cell: Cell, versions: Versions): string | undefined {
  return unmetPeer(versions) ?? brokenRule(cell)
}

/** npm refuses to install what does not meet the peer ranges of all. */
function unmetPeer(versions: Versions): string | undefined {
  const manifests: { name: string; version: string; peerDependencies: Record<string, string> }[] = [
    own,
    ...(["next", "next-auth"] as const).map((name) => {
      const version = versions[name]
      return { name, version, peerDependencies: {}, ...view(`${name}@${version}`) }
    }),
  ]
  for (const { name, version, peerDependencies } of manifests) {
    for (const [peer, range] of Object.entries(peerDependencies)) {
      const installed = versions[peer as keyof Versions]
      if (installed && !satisfies(installed, range)) {
        return `${name} ${version} asks for ${peer} ${range}, which ${installed} is not.`
      }
    }
  }
  return undefined
}

/** The peer range of Next.js 15 and 16 lets React 18 in for the pages router alone. */
function brokenRule({ next, react, router }: Cell): string | undefined {
  return next >= 15 && react < 19 && router === "app"
    ? `The app router of Next.js ${next} needs React 19: https://nextjs.org/docs/app/guides/upgrading/version-15#react-19`
    : undefined
}
