import { lstatSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { buildApp } from "../../scripts/demo/app.ts"
import { readBlocks } from "../docs/blocks.ts"
import {
  type AppUnderTest,
  nextAuth4Environment,
  startAppUnderTest,
  toConsent,
  USERS,
  USERS_BY_LEVEL,
} from "../helpers/app-under-test.ts"
import { createAppFromDocs, type NewApp } from "../helpers/new-app.ts"

/** Documentation pages whose code blocks form one app per next-auth version. */
const PAGES = {
  4: ["docs/get-started/next-auth-4.md", "docs/recipes/gate-a-page.md", "docs/recipes/gate-an-api-route.md"],
  5: [
    "README.md",
    "docs/get-started/next-auth-5.md",
    "docs/concepts/verification-levels.md",
    "docs/recipes/gate-a-page.md",
    "docs/recipes/gate-an-api-route.md",
    "docs/recipes/link-accounts.md",
    "docs/recipes/your-own-button.md",
  ],
}

async function signIn(app: AppUnderTest, user: string, from = "/sign-in") {
  const { page, consoleErrors } = await app.open()
  await page.goto(from)
  await toConsent(page, user)
  await page.getByRole("button", { name: "Allow" }).click()
  await page.waitForURL(from)
  return { page, consoleErrors }
}

describe.each([5, 4] as const)("an app from the docs with next-auth %i", (nextAuth) => {
  let newApp: NewApp
  let app: AppUnderTest

  beforeAll(async () => {
    newApp = createAppFromDocs(nextAuth, "docs", PAGES[nextAuth])
    const { directory } = newApp
    await buildApp(directory)
    app = await startAppUnderTest({ directory, ...(nextAuth === 4 && { env: nextAuth4Environment }) })
  })
  afterAll(() => app?.close())

  it("has the published files of the package installed", () => {
    const installed = join(newApp.directory, "node_modules/authjs-bink")
    expect(lstatSync(installed).isSymbolicLink()).toBe(false)
    expect(readdirSync(installed)).not.toContain("src")
  })

  it.runIf(nextAuth === 5)("README: has every file of the README, unchanged by the guides", () => {
    const files = readBlocks("README.md").flatMap(({ path, text }) => (path ? [{ path, text }] : []))
    expect(files.map(({ path }) => path)).toEqual([
      "auth.ts",
      "app/api/auth/[...nextauth]/route.ts",
      "app/page.tsx",
      "app/members/page.tsx",
    ])
    for (const { path, text } of files) expect(readFileSync(join(newApp.directory, path), "utf8")).toBe(text)
  })

  it.runIf(nextAuth === 5).each(USERS_BY_LEVEL)(
    "README: signs in $name, level $level, and gates a page by level",
    async ({ name, level }) => {
      const { page, consoleErrors } = await signIn(app, name, "/")
      await page.getByText(name).waitFor()
      expect(await page.getByRole("img").count()).toBe(level > 0 ? 1 : 0)
      await page.goto("/members")
      const text = level > 0 ? `Welcome, ${name}.` : "This page is for verified users."
      expect(await page.locator("p").textContent()).toBe(text)
      expect(consoleErrors).toEqual([])
    },
  )

  it("get started: shows name and badge after sign-in", async () => {
    const { page, consoleErrors } = await signIn(app, USERS.trusted)
    await page.getByText(USERS.trusted).waitFor()
    await page.getByRole("img", { name: "Trusted by Bink" }).waitFor()
    expect(consoleErrors).toEqual([])
  })

  it("get started: shows a fallback for a user without a name", async () => {
    const { page } = await signIn(app, USERS.idOnly)
    await page.getByText("Bink user").waitFor()
  })

  it("gated page: rejects a verified user and opens for a trusted user after sign-in", async () => {
    const { page } = await signIn(app, USERS.verified)
    await page.goto("/vault")
    await page.getByText("Your Bink account is not trusted yet.").waitFor()

    const trusted = await signIn(app, USERS.trusted, "/vault")
    await trusted.page.getByText(`The vault is open, ${USERS.trusted}.`).waitFor()
  })

  it("API route: returns 401, 403 and 200", async () => {
    const { page } = await app.open()
    expect((await page.request.get("/api/report")).status()).toBe(401)
    const unverified = await signIn(app, USERS.unverified)
    expect((await unverified.page.request.get("/api/report")).status()).toBe(403)
    const verified = await signIn(app, USERS.verified)
    const response = await verified.page.request.get("/api/report")
    expect(response.status()).toBe(200)
    expect(await response.json()).toEqual({ report: `For ${USERS.verified}.` })
  })

  it("proxy: redirects an unverified user and lets a verified user pass", async () => {
    const unverified = await signIn(app, USERS.unverified)
    await unverified.page.goto("/club/lounge")
    expect(new URL(unverified.page.url()).pathname).toBe("/sign-in")
    const verified = await signIn(app, USERS.verified)
    const response = await verified.page.goto("/club/lounge")
    // The page does not exist. Only requests that pass the proxy get the 404.
    expect(response?.status()).toBe(404)
  })

  it.runIf(nextAuth === 4)("pages router: gates /old-vault by level", async () => {
    const unverified = await signIn(app, USERS.verified)
    await unverified.page.goto("/old-vault")
    expect(new URL(unverified.page.url()).pathname).toBe("/sign-in")
    const { page } = await signIn(app, USERS.trusted)
    await page.goto("/old-vault")
    await page.getByText(`The vault is open, ${USERS.trusted}.`).waitFor()
  })

  it.runIf(nextAuth === 5)(
    "custom button and account linking: shows the profile and the linked account",
    async () => {
      const { page } = await signIn(app, USERS.verified)
      await page.goto("/profile")
      await page.getByRole("heading", { name: USERS.verified }).waitFor()
      await page.goto("/settings")
      await page.getByText("Bink is linked: kwame").waitFor()
    },
  )
})
