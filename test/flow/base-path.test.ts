import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createBinkEmulator } from "authjs-bink/emulator"
import { chromium } from "playwright"
import { expect, it, onTestFinished } from "vitest"
import { browserOptions } from "../../scripts/browser.ts"
import { buildApp, freePort, randomSecret, startApp } from "../../scripts/demo/app.ts"
import { demoClient, emulatorEnvironment } from "../../scripts/demo/emulator.ts"
import type { Environment } from "../../scripts/run.ts"
import { toConsent, USERS } from "../helpers/app-under-test.ts"
import { startHttpsProxy } from "../helpers/https-proxy.ts"
import { createAppFromDocs } from "../helpers/new-app.ts"

interface Setup {
  name: string
  /** Behind {@link startHttpsProxy}. */
  isProxied: boolean
  preserveHost: boolean
  env: (origin: string) => Environment
}

const direct = (env: Setup["env"]) => ({ name: "without a proxy", isProxied: false, preserveHost: true, env })
const proxied = (name: string, preserveHost: boolean, env: Setup["env"]) => ({
  name: `${name} behind a proxy that ${preserveHost ? "keeps" : "replaces"} Host`,
  isProxied: true,
  preserveHost,
  env,
})
const trustHost = () => ({ AUTH_TRUST_HOST: "true" })

/** The recipes of docs/recipes/behind-a-proxy.md. */
const SETUPS: Record<4 | 5, Setup[]> = {
  5: [
    direct(trustHost),
    proxied("AUTH_TRUST_HOST and withPublicUrl", true, trustHost),
    proxied("AUTH_TRUST_HOST and withPublicUrl", false, trustHost),
    proxied("AUTH_URL", false, (origin) => ({ AUTH_URL: `${origin}/` })),
  ],
  4: [
    direct((origin) => ({ NEXTAUTH_URL: `${origin}/shop/api/auth` })),
    proxied("NEXTAUTH_URL", false, (origin) => ({ NEXTAUTH_URL: `${origin}/shop/api/auth` })),
  ],
}

/** Applies docs/recipes/behind-a-proxy.md to an app with a `basePath`. */
it.each([5, 4] as const)(
  "signs in and declines under /shop, also behind a proxy, with next-auth %i",
  { timeout: 240_000 },
  async (nextAuth) => {
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

    const browser = await chromium.launch(browserOptions())
    onTestFinished(() => browser.close())

    for (const { name, isProxied, preserveHost, env } of SETUPS[nextAuth]) {
      const port = await freePort(0)
      const local = `http://localhost:${port}`
      const origin = isProxied ? await startHttpsProxy({ target: local, preserveHost }) : local
      const emulator = createBinkEmulator({
        clients: [{ ...demoClient(port), redirectUris: [`${origin}/shop/api/auth/callback/bink`] }],
      })
      const server = await emulator.listen({ port: 0 })
      const secret = randomSecret()
      const app = await startApp({
        command: "start",
        port,
        directory,
        env: {
          ...emulatorEnvironment(server.url),
          ...(nextAuth === 5 ? { AUTH_SECRET: secret } : { NEXTAUTH_SECRET: secret }),
          ...env(origin),
        },
      })
      try {
        const page = await browser.newPage({ ignoreHTTPSErrors: true })
        await page.goto(`${origin}/shop/sign-in`)
        await toConsent(page, USERS.verified)
        await page.getByRole("button", { name: "Deny" }).click()
        await page.waitForURL(`${origin}/shop/sign-in?*`)
        expect(page.url(), name).toContain("error=")
        await toConsent(page, USERS.verified)
        await page.getByRole("button", { name: "Allow" }).click()
        await page.getByText(USERS.verified).waitFor()
        expect(page.url(), name).toBe(`${origin}/shop/sign-in`)
      } catch (error) {
        throw new Error(`${name} failed. The app's log:\n${app.log()}`, { cause: error })
      } finally {
        await app.stop()
        await server.close()
      }
    }
  },
)
