/**
 * Writes `docs/benchmarks.md` and its charts from `docs/benchmarks/results.json`.
 *
 *   node test/bench/page/write.ts
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../../scripts/run.ts"
import { type Results, readResults } from "../results.ts"
import { renderFiles } from "./page.ts"

export function writePage(results: Results): void {
  for (const [path, text] of Object.entries(renderFiles(results)))
    writeFileSync(join(ROOT, "docs", path), text)
}

if (import.meta.main) writePage(readResults())
