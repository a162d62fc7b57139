import { spawnSync } from "node:child_process"
import { rmSync } from "node:fs"
import { resolve } from "node:path"

/** The path of the site on the static host. */
export const BASE = "/deep/bink/"
/** Inside `site/`, because the build resolves its packages from its output directory. */
export const SITE_DIRECTORY = resolve("site/.cache/test-site")

/** Vitest's global setup: builds the site, with its Storybook, once for all test files. */
export function setup(): void {
  rmSync(SITE_DIRECTORY, { recursive: true, force: true })
  const { status, stdout, stderr } = spawnSync(process.execPath, ["site/build.ts", SITE_DIRECTORY], {
    env: { ...process.env, SITE_URL: BASE, NODE_ENV: "production" },
    encoding: "utf8",
  })
  if (status !== 0) throw new Error(`The site could not be built:\n\n${stdout}\n${stderr}`)
}
