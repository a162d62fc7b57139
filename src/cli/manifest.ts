import { readFileSync } from "node:fs"

/**
 * The versions that this package works with, as semver ranges. `package.json` has no range for packages of which only
 * types are imported: npm would resolve even an optional peer, and fail if another package needs another version.
 */
export const SUPPORTED_VERSIONS = {
  "@auth/core": ">=0.34.0 <1",
  "better-auth": "^1.7.0",
  // The first beta with @auth/core 0.34.
  "next-auth": "^4.24.0 || ^5.0.0-beta.20",
  react: "^18 || ^19",
  "react-dom": "^18 || ^19",
}

/** Returns the version of this package. */
export function readVersion(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8")
  return (JSON.parse(manifest) as { version: string }).version
}
