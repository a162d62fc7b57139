import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { buildApp } from "../../scripts/demo-app.ts"
import { makeNewApp } from "./new-app.ts"
import { nextAuth4Settings, PEOPLE, startWorld, toConsent, type World } from "./world.ts"

/** The pages of the documentation, followed to the letter in one app a version, and driven in a browser. */
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

async function signIn(world: World, person: string, from = "/sign-in") {
  const { page, complaints } = await world.visit()
  await page.goto(from)
  await toConsent(page, person)
  await page.getByRole("button", { name: "Allow" }).click()
  await page.waitForURL(from)
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

  it("get started: signed in, with a name and a badge", async () => {
    const { page, complaints } = await signIn(world, PEOPLE.trusted)
    await page.getByText(PEOPLE.trusted).waitFor()
    await page.getByRole("img", { name: "Trusted by Bink" }).waitFor()
    expect(complaints).toEqual([])
  })

  it("get started: someone of whom nothing is known but an id", async () => {
    const { page } = await signIn(world, PEOPLE.onlyAnId)
    await page.getByText("Bink user").waitFor()
  })

  it("the page is shut to who is not trusted, and asks who is not signed in", async () => {
    const { page } = await signIn(world, PEOPLE.verified)
    await page.goto("/vault")
    await page.getByText("Your Bink account is not trusted yet.").waitFor()

    const trusted = await signIn(world, PEOPLE.trusted, "/vault")
    await trusted.page.getByText(`The vault is open, ${PEOPLE.trusted}.`).waitFor()
  })

  it("the API route answers 401, 403 and 200", async () => {
    const { page } = await world.visit()
    expect((await page.request.get("/api/report")).status()).toBe(401)
    const plain = await signIn(world, PEOPLE.nobodySpecial)
    expect((await plain.page.request.get("/api/report")).status()).toBe(403)
    const verified = await signIn(world, PEOPLE.verified)
    const answer = await verified.page.request.get("/api/report")
    expect(answer.status()).toBe(200)
    expect(await answer.json()).toEqual({ report: `For ${PEOPLE.verified}.` })
  })

  it("the proxy sends away who is not verified, and lets in who is", async () => {
    const plain = await signIn(world, PEOPLE.nobodySpecial)
    await plain.page.goto("/club/lounge")
    expect(new URL(plain.page.url()).pathname).toBe("/sign-in")
    const verified = await signIn(world, PEOPLE.verified)
    const answer = await verified.page.goto("/club/lounge")
    // There is no such page, which only those learn who come past the proxy.
    expect(answer?.status()).toBe(404)
  })

  it.runIf(nextAuth === 4)("the old vault in the pages router", async () => {
    const plain = await signIn(world, PEOPLE.verified)
    await plain.page.goto("/old-vault")
    expect(new URL(plain.page.url()).pathname).toBe("/sign-in")
    const { page } = await signIn(world, PEOPLE.trusted)
    await page.goto("/old-vault")
    await page.getByText(`The vault is open, ${PEOPLE.trusted}.`).waitFor()
  })

  it.runIf(nextAuth === 5)("the profile and the settings", async () => {
    const { page } = await signIn(world, PEOPLE.verified)
    await page.goto("/profile")
    await page.getByRole("heading", { name: PEOPLE.verified }).waitFor()
    await page.goto("/settings")
    await page.getByText("Bink is linked: kwame").waitFor()
  })
})
