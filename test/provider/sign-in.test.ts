import Bink from "authjs-bink"
import { afterEach, expect, test } from "vitest"
import { APPS, type App } from "./apps.ts"
import { type BinkServer, SECRETS, startBinkServer } from "./bink-server.ts"
import { createBrowser } from "./browser.ts"

const running: (App | BinkServer)[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.close()
})

test.each(Object.entries(APPS))("%s signs a person in", async (_, startApp) => {
  const bink = await startBinkServer()
  const app = await startApp({
    providers: [Bink({ baseUrl: bink.url, clientId: "client", clientSecret: SECRETS.clientSecret })],
  })
  running.push(bink, app)
  const browser = createBrowser()
  const place = await browser.signIn(app.url)
  expect(app.log).toEqual([])
  expect(place.url.href).toBe(`${app.url}/`)
  expect(await browser.session(app.url)).toMatchObject({
    user: { name: "Ada", email: "ada@example.com", image: "https://bink.example/ada.png" },
  })
})
