import { afterEach, describe, expect, it } from "vitest"
import { type AppUnderTest, startAppUnderTest } from "../helpers/app-under-test.ts"

let app: AppUnderTest

afterEach(() => app.close())

async function tryToSignIn() {
  const { page } = await app.open()
  await page.goto("/")
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  await page.getByRole("heading", { name: "Sign-in failed" }).waitFor()
}

describe("without AUTH_SECRET", () => {
  it("shows the error page and logs the cause", async () => {
    app = await startAppUnderTest({ env: () => ({ AUTH_SECRET: undefined }) })
    await tryToSignIn()
    expect(app.log()).toContain("Please define a `secret`")
    expect(app.emulator.requests()).toEqual([])
  })
})

describe("without client credentials", () => {
  it.each(["AUTH_BINK_ID", "AUTH_BINK_SECRET"])(
    "without %s: shows the error page, logs the variable and sends no request to Bink",
    async (name) => {
      app = await startAppUnderTest({ env: () => ({ [name]: undefined }) })
      await tryToSignIn()
      expect(app.log()).toContain(name)
      expect(app.emulator.requests()).toEqual([])
    },
  )
})
