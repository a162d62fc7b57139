import { cpSync, globSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { ROOT, SERVED } from "./routes.ts"

export const PUBLIC = join(import.meta.dirname, ".cache/public")

/** Gathers what is served as it is. Each file has its home elsewhere in the repository. */
export function gatherPublicFiles(): void {
  rmSync(PUBLIC, { recursive: true, force: true })
  cpSync(join(ROOT, ".storybook/brand/favicon.svg"), join(PUBLIC, "favicon.svg"))
  for (const file of globSync(SERVED, { cwd: ROOT })) {
    cpSync(join(ROOT, file), join(PUBLIC, relative("docs", file)))
  }
}
