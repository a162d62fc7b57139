import { execFile } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, it } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { freePort } from "../../scripts/demo/app.ts"
import { ROOT } from "../../scripts/run.ts"
import { createAppFromDocs } from "../helpers/new-app.ts"

/** Runs the Playwright tests of docs/recipes/ci-with-the-emulator.md. Their config starts the emulator and the app. */
it("the Playwright tests of the CI recipe pass in a new app", { timeout: 240_000 }, async () => {
  const pages = ["docs/get-started/next-auth-5.md", "docs/recipes/ci-with-the-emulator.md"]
  const { directory } = createAppFromDocs(5, "ci-recipe", pages)
  // test/docs/ci-recipe.test.ts runs the Vitest example.
  rmSync(join(directory, "test"), { recursive: true })
  const port = await freePort(0)
  const manifest = {
    name: "new-app",
    private: true,
    scripts: { dev: `node ${join(ROOT, "node_modules/next/dist/bin/next")} dev --port ${port}` },
  }
  writeFileSync(join(directory, "package.json"), JSON.stringify(manifest))
  // A free port instead of the page's, and the browser of this machine.
  const path = join(directory, "playwright.config.ts")
  const text = readFileSync(path, "utf8")
    .replaceAll("3000", String(port))
    .replace("npx authjs-bink", `node ${join(directory, "node_modules/authjs-bink/dist/cli/main.js")}`)
    .replace("baseURL: APP", `baseURL: APP, launchOptions: ${JSON.stringify(browserOptions())}`)
  writeFileSync(path, text)

  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|AUTH_|TEST|NODE_ENV|FORCE_COLOR)/.test(name)),
  ) as NodeJS.ProcessEnv
  const playwright = join(ROOT, "node_modules/@playwright/test/cli.js")
  const { stdout } = await promisify(execFile)(process.execPath, [playwright, "test", "--reporter=line"], {
    cwd: directory,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
  }).catch((error) => error as { stdout: string })
  expect(stdout).toMatch(/2 passed/)
  expect(stdout).not.toMatch(/failed|flaky/)
})
