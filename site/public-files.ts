import { cpSync, mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "./routes.ts"

/** Files that are served as they are. Each has its home elsewhere in the repository. */
const FILES = {
  "docs/images": "images",
  ".storybook/brand/favicon.svg": "favicon.svg",
}

export const PUBLIC = join(import.meta.dirname, ".cache/public")

export function gatherPublicFiles(): void {
  rmSync(PUBLIC, { recursive: true, force: true })
  mkdirSync(PUBLIC, { recursive: true })
  for (const [from, to] of Object.entries(FILES))
    cpSync(join(ROOT, from), join(PUBLIC, to), { recursive: true })
}
