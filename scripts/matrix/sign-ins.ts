import assert from "node:assert/strict"
import type { Page } from "playwright"
import {
  type AppUnderTest,
  signIn,
  toConsent,
  USERS,
  USERS_BY_LEVEL,
} from "../../test/helpers/app-under-test.ts"

/** Browser checks of each app, by name. Each gets a new browser context. The app has the sign-in page that `init` adds. */
export const SIGN_INS: Record<string, (page: Page) => Promise<void>> = {
  async "level 0"(page) {
    await signInWithLevel(page, 0)
    assert.equal(await page.getByRole("img").count(), 0, "there is a badge for level 0")
  },

  async "level 2"(page) {
    await signInWithLevel(page, 2)
    await page.getByRole("img", { name: /trusted/i }).waitFor()
    assert.equal(await page.getByRole("img").count(), 1, "there is more than one badge")
  },

  async gate(page) {
    await page.goto("/members")
    assert.equal(pathOf(page), "/sign-in", "the gated page opened without a session")
    await signInWithLevel(page, 0)
    await page.goto("/members")
    assert.equal(pathOf(page), "/sign-in", "the gated page opened for level 0")
    // Wait for pending session requests of the page, which would set the cookie again.
    await page.getByRole("heading", { name: `Welcome, ${USERS.unverified}` }).waitFor()
    await page.context().clearCookies()
    await signInWithLevel(page, 2)
    await page.goto("/members")
    await page.getByRole("heading", { name: "Members" }).waitFor()
  },

  async denial(page) {
    await page.goto("/sign-in")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Deny" }).click()
    await page.getByText("Sign-in was declined").waitFor()
    assert.equal(pathOf(page), "/sign-in")
    assert.equal(new URL(page.url()).searchParams.get("code"), null, "the URL contains the code")
    await assertSignedOut(page)
  },

  async "sign-out"(page) {
    await signInWithLevel(page, 2)
    await page
      .getByRole("button", { name: "Sign out" })
      .or(page.getByRole("link", { name: "Sign out" }))
      .click()
    const onAppsPage = page.getByRole("button", { name: "Sign in with Bink" })
    // A sign-out link leads to the confirmation page of Auth.js.
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

/** Signs in the user with this level, and compares page and session with the profile. */
async function signInWithLevel(page: Page, level: number): Promise<void> {
  const user = USERS_BY_LEVEL.find((user) => user.level === level)
  assert(user, `no user has level ${level}`)
  const { name, username, plan } = user
  await signIn(page, name, "/sign-in")
  await page.getByRole("heading", { name: `Welcome, ${name}` }).waitFor()
  assert.equal(pathOf(page), "/sign-in")
  const session = await sessionOf(page)
  assert.equal(session.user.name, name)
  const { id, checkedAt, ...bink } = session.user.bink
  assert.deepEqual(bink, { username, plan, verificationLevel: level })
  assert.match(id, new RegExp(`^cmbink0+${username}$`))
  assert(Math.abs(Date.now() / 1000 - checkedAt) < 600, `checkedAt is ${checkedAt}`)
}

async function assertSignedOut(page: Page): Promise<void> {
  // next-auth 5 returns null, next-auth 4 an empty object.
  assert.deepEqual((await sessionOf(page)) ?? {}, {}, "there still is a session")
}

const sessionOf = async (page: Page) => (await page.request.get("/api/auth/session")).json()
const pathOf = (page: Page) => new URL(page.url()).pathname

type Run = (name: string, check: () => Promise<void>) => Promise<unknown>

/** Runs the browser checks in order, then checks the console output of all of them. */
export async function runSignIns(app: AppUnderTest, run: Run): Promise<void> {
  const allConsoleErrors: string[] = []
  for (const [name, signIn] of Object.entries(SIGN_INS)) {
    await run(name, async () => {
      const { page, consoleErrors } = await app.open()
      page.setDefaultTimeout(30_000)
      try {
        await signIn(page)
      } finally {
        allConsoleErrors.push(...consoleErrors)
        await page.context().close()
      }
    })
  }
  await run("console", async () => {
    const logged = app.log().match(/^\s*⨯.*$/gm) ?? []
    assert.deepEqual([...allConsoleErrors, ...logged], [], "errors in the browser console or the server log")
  })
}
