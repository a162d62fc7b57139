import { cpSync, globSync, rmSync } from "node:fs"
import { join, relative } from "node:path"
import { writeMarkdown } from "./markdown.ts"
import { writeReference } from "./reference.ts"
import { ASSETS, PUBLIC, ROOT, siteAddress } from "./routes.ts"

/** Variables that Vite sets in a build. Vitest sets them as well, and Vite would keep those values. */
const VITE_VARIABLES = ["BASE_URL", "DEV", "MODE", "PROD", "SSR"]

/** Writes everything that Astro needs and that is not in the repository. */
export async function prepareSite(): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1"
  for (const name of VITE_VARIABLES) delete process.env[name]
  await writeReference()
  rmSync(PUBLIC, { recursive: true, force: true })
  cpSync(join(ROOT, ".storybook/brand/favicon.svg"), join(PUBLIC, "favicon.svg"))
  for (const file of globSync(ASSETS, { cwd: ROOT })) {
    cpSync(join(ROOT, file), join(PUBLIC, relative("docs", file)))
  }
  writeMarkdown(PUBLIC, siteAddress())
}
