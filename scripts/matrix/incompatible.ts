import { satisfies } from "semver"
import manifest from "../../package.json" with { type: "json" }
import { SUPPORTED_VERSIONS } from "../../src/cli/manifest.ts"
import type { Cell } from "./cells.ts"
import { type Versions, view } from "./versions.ts"

/** Returns why these versions cannot be used together, or `undefined`. */
export function incompatibility(cell: Cell, versions: Versions): string | undefined {
  return unmetPeer(versions) ?? unsupportedRouter(cell)
}

/** npm rejects an installation with an unmet peer range. This package states its own ranges in the CLI. */
function unmetPeer(versions: Versions): string | undefined {
  const manifests: { name: string; version: string; peerDependencies: Record<string, string> }[] = [
    { ...manifest, peerDependencies: SUPPORTED_VERSIONS },
    ...(["next", "next-auth"] as const).map((name) => {
      const version = versions[name]
      return { name, version, peerDependencies: {}, ...view(`${name}@${version}`) }
    }),
  ]
  for (const { name, version, peerDependencies } of manifests) {
    for (const [peer, range] of Object.entries(peerDependencies)) {
      const installed = versions[peer as keyof Versions]
      if (installed && !satisfies(installed, range)) {
        return `${name} ${version} requires ${peer} ${range}, not ${installed}.`
      }
    }
  }
  return undefined
}

/** Next.js 15 and 16 allow React 18 in their peer range, but only support it in the pages router. */
function unsupportedRouter({ next, react, router }: Cell): string | undefined {
  return next >= 15 && react < 19 && router === "app"
    ? `The app router of Next.js ${next} needs React 19: https://nextjs.org/docs/app/guides/upgrading/version-15#react-19`
    : undefined
}
