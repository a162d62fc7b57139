import { getBinkUser } from "authjs-bink/api"
import { afterEach, expect, test, vi } from "vitest"
import { PROFILE } from "../helpers/bink-server.ts"
import { errorOfGetBinkUser, TOKEN } from "../helpers/user-endpoint.ts"

afterEach(() => void vi.unstubAllGlobals())

test.each([
  ["undefined", undefined],
  ["null", null],
  ["a number", 42],
  ["an object", { toString: () => TOKEN }],
  ["an empty string", ""],
  ["spaces", "   "],
  ["a token and a line break", `${TOKEN}\n`],
  ["a token and another header", `${TOKEN}\r\nX-Injected: yes`],
  ["a token with a space", "two words"],
  ["Cyrillic letters", "жетон"],
  ["a Latin-1 letter", "jeton-é"],
  ["a token with a NUL", "to\0ken"],
])("%s as the token throws invalid_token without a request", async (_, token) => {
  const fetch = vi.fn<typeof globalThis.fetch>()
  expect(await errorOfGetBinkUser(token, { fetch })).toMatchObject({ code: "invalid_token" })
  expect(fetch).not.toHaveBeenCalled()
})

test("a personal access token in a browser page throws invalid_token with the reason, an OAuth token does not", async () => {
  vi.stubGlobal("window", globalThis)
  vi.stubGlobal("document", {})
  const fetch = vi.fn<typeof globalThis.fetch>(async () => Response.json(PROFILE))
  const error = await errorOfGetBinkUser(TOKEN, { fetch })
  expect(error.code).toBe("invalid_token")
  expect(error.message).toMatch(/browser page.*read it/s)
  expect(fetch).not.toHaveBeenCalled()

  expect(await getBinkUser("an-oauth-token", { fetch })).toEqual(PROFILE)
})

test("a personal access token is accepted if there is a window and no document", async () => {
  vi.stubGlobal("window", globalThis)
  expect(await getBinkUser(TOKEN, { fetch: async () => Response.json(PROFILE) })).toEqual(PROFILE)
})
