/** `npm run build-docs`: the whole site, Storybook included, as files for a static host, in `site/dist`. */
import { spawn } from "node:child_process"
import { cpSync, rmSync } from "node:fs"
import { join } from "node:path"
import { build } from "astro"
import { gatherPublicFiles } from "./public-files.ts"
import { writeReference } from "./reference.ts"
import { ROOT } from "./routes.ts"

/** @param outDir where to, `site/dist` by default */
export async function buildSite(outDir = join(import.meta.dirname, "dist")): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1"
  gatherPublicFiles()
  const storybook = buildStorybook()
  await writeReference()
  // Astro remembers rendered pages, and does not know when the code that renders them changes.
  await Promise.all([build({ root: import.meta.dirname, outDir, force: true, logLevel: "error" }), storybook])
  cpSync(await storybook, join(outDir, "storybook"), { recursive: true })
}

/** Builds the components' Storybook, and says where to. It needs none of the rest, so it is built beside it. */
async function buildStorybook(): Promise<string> {
  const folder = join(import.meta.dirname, ".cache/storybook")
  rmSync(folder, { recursive: true, force: true })
  const command = join(ROOT, "node_modules/storybook/dist/bin/dispatcher.js")
  const child = spawn(process.execPath, [command, "build", "--quiet", "-o", folder], { cwd: ROOT })
  let said = ""
  for (const output of [child.stdout, child.stderr]) output.on("data", (text) => (said += text))
  const status = await new Promise((resolve) => child.once("close", resolve))
  if (status !== 0) throw new Error(`Storybook could not be built:\n\n${said}`)
  return folder
}

if (import.meta.main) await buildSite(process.argv[2])
