import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createBinkEmulator } from "authjs-bink/emulator"
import { chromium } from "playwright"
import { expect, it, onTestFinished } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { buildApp, freePort, randomSecret, startApp } from "../../scripts/demo/app.ts"
import { demoClient, emulatorEnvironment } from "../../scripts/demo/emulator.ts"
import { toConsent, USERS } from "../helpers/app-under-test.ts"
import { createAppFromDocs } from "../helpers/new-app.ts"

/** Applies docs/recipes/behind-a-proxy.md to an app with a `basePath`. */
it.each([5, 4] as const)("signs in under /shop with next-auth %i", { timeout: 240_000 }, async (nextAuth) => {
  const pages = [`docs/get-started/next-auth-${nextAuth}.md`, "docs/recipes/behind-a-proxy.md"]
  const { directory } = createAppFromDocs(nextAuth, "base-path", pages)
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(directory, path), change(readFileSync(join(directory, path), "utf8")))
  // test/docs/code-blocks.test.ts checks the types.
  edit("next.config.ts", (text) =>
    text.replace("{", '{"basePath":"/shop","typescript":{"ignoreBuildErrors":true},'),
  )
  edit("app/sign-in/page.tsx", (text) =>
    text
      .replaceAll('redirectTo: "/sign-in"', 'redirectTo: "/shop/sign-in"')
      .replace('redirectTo="/sign-in"', 'basePath="/shop/api/auth" redirectTo="/shop/sign-in"'),
  )
  await buildApp(directory)

  const port = await freePort(0)
  const url = `http://localhost:${port}/shop`
  const emulator = createBinkEmulator({
    clients: [{ ...demoClient(port), redirectUris: [`${url}/api/auth/callback/bink`] }],
  })
  const server = await emulator.listen({ port: 0 })
  onTestFinished(() => server.close())
  const secret = randomSecret()
  const app = await startApp({
    command: "start",
    port,
    directory,
    env: {
      ...emulatorEnvironment(server.url),
      ...(nextAuth === 5
        ? { AUTH_SECRET: secret, AUTH_TRUST_HOST: "true" }
        : { NEXTAUTH_SECRET: secret, NEXTAUTH_URL: `${url}/api/auth` }),
    },
  })
  onTestFinished(() => app.stop())
  const browser = await chromium.launch(browserOptions())
  onTestFinished(() => browser.close())

  const page = await browser.newPage()
  await page.goto(`${url}/sign-in`)
  await toConsent(page, USERS.verified)
  await page.getByRole("button", { name: "Allow" }).click()
  await page.getByText(USERS.verified).waitFor()
  expect(page.url()).toBe(`${url}/sign-in`)
})
