import { createBinkEmulator } from "authjs-bink/emulator"
import { startBink } from "authjs-bink/testing"
import { expect, onTestFinished, test } from "vitest"

const authorize = (url: string, clientId: string, redirectUri: string) =>
  fetch(
    `${url}/api/oauth/authorize?${new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, response_type: "code" })}`,
  )

test("starts an emulator on a free port, with the environment of an app", async () => {
  const [first, second] = [await startBink(), await startBink()]
  expect(first.url).not.toBe(second.url)
  expect(first.env).toEqual({
    AUTH_BINK_ISSUER: first.url,
    AUTH_BINK_ID: "demo-client",
    AUTH_BINK_SECRET: "demo-secret",
  })
  await authorize(first.url, "demo-client", "http://localhost:3000/any/callback")
  expect(first.emulator.requests()).toMatchObject([{ endpoint: "authorize", status: 200 }])
  await Promise.all([first.close(), second.close()])
  await expect(fetch(first.url)).rejects.toThrow()
})

test("registers every callback of appUrl, and no other", async () => {
  const bink = await startBink({ appUrl: "http://localhost:4000" })
  onTestFinished(bink.close)
  const status = async (uri: string) => (await authorize(bink.url, "demo-client", uri)).status
  for (const uri of ["http://localhost:4000/cb", "http://127.0.0.1:4000/a/b?c=d"])
    expect(await status(uri), uri).toBe(200)
  for (const uri of [
    "http://localhost:4001/cb",
    "http://localhost:40000/cb",
    "https://localhost:4000/cb",
    "http://localhost:4000.evil.example/cb",
    "http://localhost:4000@evil.example/cb",
    "http://localhost:4000",
    "http://localhost:4000/cb#x",
  ]) {
    expect(await status(uri), uri).toBe(400)
  }
})

test("takes the emulator's options, and registers the app with the first client", async () => {
  const client = {
    clientId: "app",
    clientSecret: "s3cret",
    name: "App",
    redirectUris: ["https://app.example/cb"],
  }
  const bink = await startBink({ clients: [client], users: [], state: "drop" })
  onTestFinished(bink.close)
  expect(bink.env).toMatchObject({ AUTH_BINK_ID: "app", AUTH_BINK_SECRET: "s3cret" })
  for (const uri of ["https://app.example/cb", "http://localhost:3000/cb"]) {
    expect((await authorize(bink.url, "app", uri)).status).toBe(200)
  }
  expect((await authorize(bink.url, "app", "https://app.example/other")).status).toBe(400)
})

test("a port in use throws port_in_use with the port", async () => {
  const { url, close } = await createBinkEmulator().listen({ port: 0 })
  onTestFinished(close)
  const port = Number(new URL(url).port)
  await expect(startBink({ port })).rejects.toMatchObject({
    code: "port_in_use",
    message: expect.stringContaining(`Port ${port} is in use`),
  })
})

test.each(["", "localhost:3000", "/app", "ftp://app.example"])(
  "appUrl %j throws invalid_option",
  async (appUrl) => {
    await expect(startBink({ appUrl })).rejects.toMatchObject({
      code: "invalid_option",
      message: expect.stringContaining("appUrl"),
    })
  },
)
