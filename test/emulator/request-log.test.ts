import { createBinkEmulator } from "authjs-bink/emulator"
import { describe, expect, test } from "vitest"
import { codeFor, exchange, KWAME, sendTo } from "./requests.ts"

const hex = (text: string) => Buffer.from(text).toString("hex")
const base64 = (text: string) => Buffer.from(text).toString("base64")

const ENCODINGS: Record<string, (secret: string) => string> = {
  "as it is": (secret) => secret,
  "percent-encoded": (secret) => secret.replace(/./g, (character) => `%${hex(character)}`),
  "percent-encoded twice": (secret) =>
    encodeURIComponent(secret.replace(/./g, (character) => `%${hex(character)}`)),
  "in base64": base64,
  "in base64url": (secret) => Buffer.from(secret).toString("base64url"),
  "in hexadecimal": hex,
  "in HTTP Basic credentials": (secret) => `Basic ${base64(`demo-client:${secret}`)}`,
  "in base64 of base64": (secret) => base64(base64(secret)),
  "in a URL": (secret) => `https://app.example/?q=${secret}`,
  "in JSON": (secret) => JSON.stringify({ value: secret }),
}

describe.each(Object.entries(ENCODINGS))("a secret %s", (_, encode) => {
  test("is redacted as a value, as a name and in the path", async () => {
    const bink = createBinkEmulator({ tokens: { bink_kwames_token: KWAME } })
    const send = sendTo(bink)
    const code = await codeFor(send)
    const { access_token } = await (await exchange(send, { code })).json()
    const secrets = [code, access_token, "demo-secret", "bink_kwames_token", "bink_of_another_server"]
    for (const secret of secrets) {
      const encoded = encode(secret)
      const query = new URLSearchParams({ x: encoded, [encoded]: "1", state: encoded })
      await send(`http://bink.test/api/oauth/user?${query}`)
      await send("http://bink.test/api/oauth/token", { method: "POST", body: query })
      await send(`http://bink.test/api/oauth/${encodeURIComponent(encoded)}`)
      const log = JSON.stringify(bink.requests())
      expect(log).not.toContain(secret)
      expect(log).not.toContain(encoded)
      expect(log).not.toContain(encodeURIComponent(encoded))
    }
    const page = await (await send("http://bink.test/_bink")).text()
    for (const secret of secrets) expect(page).not.toContain(secret)
  })
})

test("other values are shown", async () => {
  const bink = createBinkEmulator()
  await bink.fetch("http://bink.test/api/oauth/authorize?client_id=demo-client&scope=undefined&state=c3RhdGU")
  expect(bink.requests()[0]?.params).toEqual({
    client_id: "demo-client",
    scope: "undefined",
    state: "c3RhdGU",
  })
})
