import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createBinkEmulator } from "authjs-bink/emulator"
import { chromium } from "playwright"
import { expect, it, onTestFinished } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import {
  buildApp,
  demoClient,
  emulated,
  freePort,
  startApp,
  throwawaySecret,
} from "../../scripts/demo-app.ts"
import { makeNewApp } from "./new-app.ts"
import { PEOPLE, toConsent } from "./world.ts"

/** "Behind a proxy" on an app under a path, followed to the letter. */
it.each([5, 4] as const)("signs in under /shop with next-auth %i", { timeout: 240_000 }, async (nextAuth) => {
  const pages = [`docs/get-started/next-auth-${nextAuth}.md`, "docs/recipes/behind-a-proxy.md"]
  const { folder } = makeNewApp(nextAuth, "base-path", pages)
  const edit = (path: string, change: (text: string) => string) =>
    writeFileSync(join(folder, path), change(readFileSync(join(folder, path), "utf8")))
  edit("next.config.ts", (text) => text.replace("{", '{"basePath":"/shop",'))
  edit("app/sign-in/page.tsx", (text) =>
    text
      .replaceAll('redirectTo: "/sign-in"', 'redirectTo: "/shop/sign-in"')
      .replace('redirectTo="/sign-in"', 'basePath="/shop/api/auth" redirectTo="/shop/sign-in"'),
  )
  buildApp(folder)

  const port = await freePort(0)
  const url = `http://localhost:${port}/shop`
  const bink = createBinkEmulator({
    clients: [{ ...demoClient(port), redirectUris: [`${url}/api/auth/callback/bink`] }],
  })
  const server = await bink.listen({ port: 0 })
  onTestFinished(() => server.close())
  const secret = throwawaySecret()
  const app = await startApp({
    command: "start",
    port,
    folder,
    env: {
      ...emulated(server.url),
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
  await toConsent(page, PEOPLE.verified)
  await page.getByRole("button", { name: "Allow" }).click()
  await page.getByText(PEOPLE.verified).waitFor()
  expect(page.url()).toBe(`${url}/sign-in`)
})
