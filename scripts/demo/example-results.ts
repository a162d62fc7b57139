import { readFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../run.ts"

export const EXAMPLE_RESULTS = join(ROOT, "docs/examples.json")

/** The results in docs/examples.json, which `npm run test:examples` writes. */
export interface ExampleResults {
  /** Version of authjs-bink. */
  package: string
  date: string
  examples: ExampleResult[]
}

export interface ExampleResult {
  name: string
  /** Package and version. */
  framework: string
  /** Package and version of what signs users in. */
  integration: string
  passed: number
  checks: number
}

export function readExampleResults(): ExampleResults {
  return JSON.parse(readFileSync(EXAMPLE_RESULTS, "utf8"))
}
