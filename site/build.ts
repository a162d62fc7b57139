/** `npm run build:docs`: the site, Storybook included, as files for a static host, in `site/dist`. */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { cpSync, rmSync } from "node:fs"
import { join, resolve } from "node:path"
import { build } from "astro"
import { startProgress } from "../scripts/progress.ts"
import { prepareSite } from "./prepare.ts"
import { ROOT, siteAddress } from "./routes.ts"

const OUT_DIR = join(import.meta.dirname, "dist")

/** @param outDir The folder to write to. @default site/dist */
export async function buildSite(outDir = OUT_DIR): Promise<void> {
  const { step } = startProgress(3)
  const interrupted = new AbortController()
  // Storybook does not depend on the other steps, so it is built at the same time.
  const storybook = buildStorybook(interrupted.signal)
  // Its error is thrown by the last step.
  storybook.catch(() => {})
  try {
    await step("Writing the reference and the Markdown files", prepareSite)
    await step("Building the pages", () =>
      // Astro keeps rendered pages and does not notice when the code that renders them changes: `force` renders again.
      build({ root: import.meta.dirname, outDir, force: true, logLevel: "error" }),
    )
    await step("Building Storybook", async () =>
      cpSync(await storybook, join(outDir, "storybook"), { recursive: true }),
    )
  } finally {
    interrupted.abort()
  }
}

/** Builds Storybook, and returns the folder that it is in. */
async function buildStorybook(signal: AbortSignal): Promise<string> {
  const folder = join(import.meta.dirname, ".cache/storybook")
  rmSync(folder, { recursive: true, force: true })
  const command = join(ROOT, "node_modules/storybook/dist/bin/dispatcher.js")
  const child = spawn(process.execPath, [command, "build", "--quiet", "-o", folder], { cwd: ROOT, signal })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text
    })
  }
  const [status] = await once(child, "close")
  if (status !== 0) throw new Error(`Storybook failed:\n\n${output}`)
  return folder
}

if (import.meta.main) {
  const outDir = resolve(process.argv[2] ?? OUT_DIR)
  await buildSite(outDir)
  console.log(`Built ${outDir}. Serve it under ${siteAddress().base}`)
}
