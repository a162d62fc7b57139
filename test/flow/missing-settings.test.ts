import { afterEach, describe, expect, it } from "vitest"
import { startWorld, type World } from "./world.ts"

let world: World

afterEach(() => world.end())

async function tryToSignIn() {
  const { page } = await world.visit()
  await page.goto("/")
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  await page.getByRole("heading", { name: "Sign-in failed" }).waitFor()
}

describe("without AUTH_SECRET", () => {
  it("the person is told that it did not work, and the log why", async () => {
    world = await startWorld({ env: () => ({ AUTH_SECRET: undefined }) })
    await tryToSignIn()
    expect(world.app.log()).toContain("Please define a `secret`")
    expect(world.bink.requests()).toEqual([])
  })
})

describe("without a client id or a secret", () => {
  it.each(["AUTH_BINK_ID", "AUTH_BINK_SECRET"])(
    "%s: the person is told that it did not work, the log why, and Bink nothing",
    async (name) => {
      world = await startWorld({ env: () => ({ [name]: undefined }) })
      await tryToSignIn()
      expect(world.app.log()).toContain(name)
      expect(world.bink.requests()).toEqual([])
    },
  )
})
