/** `npm run build-docs`: the whole site, Storybook included, as files for a static host, in `site/dist`. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { cpSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "astro"
import { siteAddress } from "./address.ts"
import { settleEnvironment } from "./environment.ts"
import { gatherPublicFiles } from "./public-files.ts"
import { writeReference } from "./reference.ts"
import { ROOT } from "./routes.ts"

const OUT_DIR = join(import.meta.dirname, "dist")

/** @param outDir where to, `site/dist` by default */
export async function buildSite(outDir = OUT_DIR): Promise<void> {
  settleEnvironment()
  gatherPublicFiles()
  const interrupted = new AbortController()
  try {
    // Storybook needs none of the rest, so it is built beside it.
    const storybook = buildStorybook(interrupted.signal)
    await writeReference()
    // Astro remembers rendered pages, and does not know when the code that renders them changes: hence the force.
    const pages = build({ root: import.meta.dirname, outDir, force: true, logLevel: "error" })
    const [folder] = await Promise.all([storybook, pages])
    cpSync(folder, join(outDir, "storybook"), { recursive: true })
  } finally {
    interrupted.abort()
  }
}

/** Builds the components' Storybook, and says where to. */
async function buildStorybook(signal: AbortSignal): Promise<string> {
  const folder = join(import.meta.dirname, ".cache/storybook")
  rmSync(folder, { recursive: true, force: true })
  const command = join(ROOT, "node_modules/storybook/dist/bin/dispatcher.js")
  const child = spawn(process.execPath, [command, "build", "--quiet", "-o", folder], { cwd: ROOT, signal })
  let said = ""
  for (const output of [child.stdout, child.stderr]) {
    output.on("data", (text) => {
      said += text
    })
  }
  const [status] = await once(child, "close")
  if (status !== 0) throw new Error(`Storybook could not be built:\n\n${said}`)
  return folder
}

if (import.meta.main) {
  const outDir = resolve(process.argv[2] ?? OUT_DIR)
  console.log("Building the pages and the Storybook …")
  await buildSite(outDir)
  console.log(`The site is in ${outDir}, to be served under ${siteAddress().base}.`)
}
