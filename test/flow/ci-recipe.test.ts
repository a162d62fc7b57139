import { execFile } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, it } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { freePort, root } from "../../scripts/demo-app.ts"
import { makeNewApp } from "./new-app.ts"

/** What "CI with the emulator" says of Playwright, run by Playwright: it starts the emulator and the app by itself. */
it("its Playwright tests pass in a new app", { timeout: 240_000 }, async () => {
  const pages = ["docs/get-started/next-auth-5.md", "docs/recipes/ci-with-the-emulator.md"]
  const { folder } = makeNewApp(5, "ci-recipe", pages)
  // Vitest's part of the page has a test of its own.
  rmSync(join(folder, "test"), { recursive: true })
  const [port, binkPort] = [await freePort(0), await freePort(0)]
  const manifest = {
    name: "new-app",
    private: true,
    scripts: { dev: `node ${join(root, "node_modules/next/dist/bin/next")} dev --port ${port}` },
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest))
  // Other ports than the page's, where others may run their own; and the browser that this machine has.
  const callback = `http://localhost:${port}/api/auth/callback/bink`
  const emulator = `node ${join(folder, "node_modules/authjs-bink/dist/cli/main.js")} emulator`
  for (const path of ["playwright.config.ts", "e2e/sign-in.spec.ts"]) {
    const text = readFileSync(join(folder, path), "utf8")
      .replaceAll("2465", String(binkPort))
      .replaceAll("3000", String(port))
      .replace("npx authjs-bink emulator", `${emulator} --port ${binkPort} --redirect-uri ${callback}`)
      .replace("baseURL: APP", `baseURL: APP, launchOptions: ${JSON.stringify(browserOptions())}`)
    writeFileSync(join(folder, path), text)
  }

  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|AUTH_|TEST|NODE_ENV|FORCE_COLOR)/.test(name)),
  ) as NodeJS.ProcessEnv
  const playwright = join(root, "node_modules/@playwright/test/cli.js")
  const { stdout } = await promisify(execFile)(process.execPath, [playwright, "test", "--reporter=line"], {
    cwd: folder,
    env: { ...env, NEXT_TELEMETRY_DISABLED: "1" },
  }).catch((error) => error as { stdout: string })
  expect(stdout).toMatch(/2 passed/)
  expect(stdout).not.toMatch(/failed|flaky/)
})
