import { afterEach, describe, expect, test } from "vitest"
import { type BinkServer, PROFILE, startBinkServer } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { startAppWithBink, versions } from "./apps.ts"

const running: { close(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

async function start(...[version, config, options]: [(typeof versions)[number], object?, object?]) {
  const bink: BinkServer = await startBinkServer()
  const app = await startAppWithBink(version, bink, config, options)
  running.push(bink, app)
  return { bink, app, browser: createBrowser() }
}

describe.each(versions)("%s", (version) => {
  test("gives the browser what Auth.js gives it, and who the person is at Bink", async () => {
    const { app, browser } = await start(version)
    const before = Math.floor(Date.now() / 1000)
    await browser.signIn(app.url)
    expect(await browser.session(app.url)).toEqual({
      user: {
        name: "Ada",
        email: "ada@example.com",
        image: "https://bink.example/ada.png",
        bink: {
          id: PROFILE.id,
          username: "ada",
          plan: "VERIFIED",
          verificationLevel: 1,
          checkedAt: expect.toSatisfy((at: number) => at >= before && at <= Date.now() / 1000),
        },
      },
      expires: expect.any(String),
    })
    expect(app.log).toEqual([])
  })
})
