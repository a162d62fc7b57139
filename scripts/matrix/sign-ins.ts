import assert from "node:assert/strict"
import type { Page } from "playwright"
import { LEVELS, PEOPLE, signIn, toConsent, type World } from "../../test/flow/world.ts"

/**
 * What is done in a browser with each app, and what it has to come to. The app is a new one to which `authjs-bink init`
 * has added its sign-in page, and the matrix the page that is gated. Each starts with a browser that has seen nothing.
 */
export const SIGN_INS: Record<string, (page: Page) => Promise<void>> = {
  async "level 0"(page) {
    await enter(page, 0)
    assert.equal(await page.getByRole("img").count(), 0, "a badge is shown, and there should be none")
  },

  async "level 2"(page) {
    await enter(page, 2)
    await page.getByRole("img", { name: /trusted/i }).waitFor()
    assert.equal(await page.getByRole("img").count(), 1, "there is more than one badge")
  },

  async gate(page) {
    await page.goto("/members")
    assert.equal(pathOf(page), "/sign-in", "someone who has not signed in went through the gate")
    await enter(page, 0)
    await page.goto("/members")
    assert.equal(pathOf(page), "/sign-in", "someone of level 0 went through the gate")
    // A page that asks for its session from the browser would set the cookie again if it were still asking.
    await page.getByRole("heading", { name: `Welcome, ${PEOPLE.nobodySpecial}` }).waitFor()
    await page.context().clearCookies()
    await enter(page, 2)
    await page.goto("/members")
    await page.getByRole("heading", { name: "Members" }).waitFor()
  },

  async denial(page) {
    await page.goto("/sign-in")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Deny" }).click()
    await page.getByText("Signing in did not work. Please try again.").waitFor()
    assert.equal(pathOf(page), "/sign-in")
    assert.equal(new URL(page.url()).searchParams.get("code"), null, "the code stays in the address")
    await assertSignedOut(page)
  },

  async "sign-out"(page) {
    await enter(page, 2)
    await page
      .getByRole("button", { name: "Sign out" })
      .or(page.getByRole("link", { name: "Sign out" }))
      .click()
    const onAppsPage = page.getByRole("button", { name: "Sign in with Bink" })
    // Where it was a link, it led to Auth.js's own page, which asks once more.
    await onAppsPage.or(page.getByRole("heading", { name: "Signout" })).waitFor()
    if (pathOf(page) !== "/sign-in") {
      await page.getByRole("button", { name: "Sign out" }).click()
      await page.waitForURL((url) => !url.pathname.startsWith("/api/auth"))
      await page.goto("/sign-in")
    }
    await onAppsPage.waitFor()
    await assertSignedOut(page)
  },
}

/** Signs in the person of that level, and compares the page and the session with what Bink knows of them. */
async function enter(page: Page, level: number): Promise<void> {
  const someone = LEVELS.find((one) => one.level === level)
  assert(someone, `nobody has level ${level}`)
  const { person, username, plan } = someone
  await signIn(page, person, "/sign-in")
  await page.getByRole("heading", { name: `Welcome, ${person}` }).waitFor()
  assert.equal(pathOf(page), "/sign-in")
  const { user } = await sessionOf(page)
  assert.equal(user.name, person)
  const { id, checkedAt, ...bink } = user.bink
  assert.deepEqual(bink, { username, plan, verificationLevel: level })
  assert.match(id, new RegExp(`^cmbink0+${username}$`))
  assert(Math.abs(Date.now() / 1000 - checkedAt) < 600, `checkedAt is ${checkedAt}`)
}

async function assertSignedOut(page: Page): Promise<void> {
  // next-auth 5 says null, next-auth 4 an empty object.
  assert.deepEqual((await sessionOf(page)) ?? {}, {}, "there still is a session")
}

const sessionOf = async (page: Page) => (await page.request.get("/api/auth/session")).json()
const pathOf = (page: Page) => new URL(page.url()).pathname

type Run = (name: string, check: () => Promise<void>) => Promise<unknown>

/** Runs them one after another, and gives what became of each. What the consoles complained of comes last. */
export async function runSignIns(world: World, run: Run): Promise<void> {
  const complained: string[] = []
  for (const [name, signIn] of Object.entries(SIGN_INS)) {
    await run(name, async () => {
      const { page, complaints } = await world.visit()
      page.setDefaultTimeout(30_000)
      try {
        await signIn(page)
      } finally {
        complained.push(...complaints)
        await page.context().close()
      }
    })
  }
  await run("console", async () => {
    const logged = world.app.log().match(/^\s*⨯.*$/gm) ?? []
    assert.deepEqual([...complained, ...logged], [], "the browser's console or the server's log complains")
  })
}
