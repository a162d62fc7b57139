import { readFileSync } from "node:fs"

/** The fields of this package's `package.json` that the CLI uses. */
export interface Manifest {
  version: string
  peerDependencies: Record<string, string>
}

/** Reads this package's `package.json`. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as Manifest
}
