import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { buildApp } from "../../scripts/demo-app.ts"
import { makeNewApp } from "./new-app.ts"
import { nextAuth4Settings, PEOPLE, startWorld, toConsent, type World } from "./world.ts"

/** Pages of the documentation, whose code is one app for each version of next-auth. */
const PAGES = {
  4: ["docs/get-started/next-auth-4.md", "docs/recipes/gate-a-page.md", "docs/recipes/gate-an-api-route.md"],
  5: [
    "docs/get-started/next-auth-5.md",
    "docs/concepts/verification-levels.md",
    "docs/recipes/gate-a-page.md",
    "docs/recipes/gate-an-api-route.md",
    "docs/recipes/link-accounts.md",
    "docs/recipes/your-own-button.md",
  ],
}

async function signIn(world: World, user: string, path = "/sign-in") {
  const { page, complaints } = await world.visit()
  await page.goto(path)
  await toConsent(page, user)
  await page.getByRole("button", { name: "Allow" }).click()
  await page.waitForURL(path)
  return { page, complaints }
}

describe.each([5, 4] as const)("the recipes with next-auth %i", (nextAuth) => {
  let world: World

  beforeAll(async () => {
    const { folder } = makeNewApp(nextAuth, "recipes", PAGES[nextAuth])
    buildApp(folder)
    world = await startWorld({ folder, ...(nextAuth === 4 && { env: nextAuth4Settings }) })
  })
  afterAll(() => world?.end())

  it("the sign-in page shows the name and the badge of the user", async () => {
    const { page, complaints } = await signIn(world, PEOPLE.trusted)
    await page.getByText(PEOPLE.trusted).waitFor()
    await page.getByRole("img", { name: "Trusted by Bink" }).waitFor()
    expect(complaints).toEqual([])
  })

  it("the sign-in page works for a user without a name", async () => {
    const { page } = await signIn(world, PEOPLE.onlyAnId)
    await page.getByText("Bink user").waitFor()
  })

  it("the gated page requires level 2, and signs in a signed-out user", async () => {
    const { page } = await signIn(world, PEOPLE.verified)
    await page.goto("/vault")
    await page.getByText("Your Bink account is not trusted yet.").waitFor()

    const trusted = await signIn(world, PEOPLE.trusted, "/vault")
    await trusted.page.getByText(`The vault is open, ${PEOPLE.trusted}.`).waitFor()
  })

  it("the API route returns 401 signed out, 403 for level 0 and 200 for level 1", async () => {
    const { page } = await world.visit()
    expect((await page.request.get("/api/report")).status()).toBe(401)
    const plain = await signIn(world, PEOPLE.nobodySpecial)
    expect((await plain.page.request.get("/api/report")).status()).toBe(403)
    const verified = await signIn(world, PEOPLE.verified)
    const response = await verified.page.request.get("/api/report")
    expect(response.status()).toBe(200)
    expect(await response.json()).toEqual({ report: `For ${PEOPLE.verified}.` })
  })

  it("the proxy redirects level 0 to the sign-in page, and passes level 1", async () => {
    const plain = await signIn(world, PEOPLE.nobodySpecial)
    await plain.page.goto("/club/lounge")
    expect(new URL(plain.page.url()).pathname).toBe("/sign-in")
    const verified = await signIn(world, PEOPLE.verified)
    const response = await verified.page.goto("/club/lounge")
    // The page does not exist, so a request that passes the proxy gets 404.
    expect(response?.status()).toBe(404)
  })

  it.runIf(nextAuth === 4)("the gated page of the pages router requires level 2", async () => {
    const plain = await signIn(world, PEOPLE.verified)
    await plain.page.goto("/old-vault")
    expect(new URL(plain.page.url()).pathname).toBe("/sign-in")
    const { page } = await signIn(world, PEOPLE.trusted)
    await page.goto("/old-vault")
    await page.getByText(`The vault is open, ${PEOPLE.trusted}.`).waitFor()
  })

  it.runIf(nextAuth === 5)(
    "the profile page shows the name, and the settings page shows the linked account",
    async () => {
      const { page } = await signIn(world, PEOPLE.verified)
      await page.goto("/profile")
      await page.getByRole("heading", { name: PEOPLE.verified }).waitFor()
      await page.goto("/settings")
      await page.getByText("Bink is linked: kwame").waitFor()
    },
  )
})
