import { execFile } from "node:child_process"
import { readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { expect, it } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { freePort, root } from "../../scripts/demo-app.ts"
import { appEnvironment } from "../helpers/app-environment.ts"
import { makeNewApp } from "./new-app.ts"

/** Runs the Playwright tests of the page "Testing". Playwright starts the emulator and the app. */
it("the Playwright tests of the page pass in a new app", { timeout: 240_000 }, async () => {
  const pages = ["docs/get-started/next-auth-5.md", "docs/recipes/ci-with-the-emulator.md"]
  const { folder } = makeNewApp(5, "ci-recipe", pages)
  // test/docs/ci-recipe.test.ts runs the Vitest tests.
  rmSync(join(folder, "test"), { recursive: true })
  const [port, binkPort] = [await freePort(0), await freePort(0)]
  const manifest = {
    name: "new-app",
    private: true,
    scripts: { dev: `node ${join(root, "node_modules/next/dist/bin/next")} dev --port ${port}` },
  }
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest))
  // Free ports instead of those of the page, and the browser of this machine.
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

  const playwright = join(root, "node_modules/@playwright/test/cli.js")
  const { stdout } = await promisify(execFile)(process.execPath, [playwright, "test", "--reporter=line"], {
    cwd: folder,
    env: { ...appEnvironment(), NEXT_TELEMETRY_DISABLED: "1" },
  }).catch((error) => error as { stdout: string })
  expect(stdout).toMatch(/2 passed/)
  expect(stdout).not.toMatch(/failed|flaky/)
})
