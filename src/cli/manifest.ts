import { readFileSync } from "node:fs"

/** The parts of this package's own package.json that the command line speaks of. */
export interface Manifest {
  version: string
  peerDependencies: Record<string, string>
}

/** Read when asked for, so that a version stands in one place only. */
export function readManifest(): Manifest {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as Manifest
}
