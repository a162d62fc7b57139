import { expect, test } from "vitest"
import { BinkError } from "../../src/errors.js"
import { BINK_BASE_URL, endpointUrl, parseBaseUrl } from "../../src/oauth/endpoints.js"

test("endpointUrl returns the URLs of Bink's developer page", () => {
  expect(BINK_BASE_URL).toBe("https://bink.link")
  expect(endpointUrl("authorize")).toBe("https://bink.link/api/oauth/authorize")
  expect(endpointUrl("token")).toBe("https://bink.link/api/oauth/token")
  expect(endpointUrl("user")).toBe("https://bink.link/api/oauth/user")
})

test.each([
  ["https://bink.link/", "https://bink.link"],
  ["http://127.0.0.1:4000", "http://127.0.0.1:4000"],
  ["http://localhost:3000/bink//", "http://localhost:3000/bink"],
  ["HTTPS://BINK.link", "https://bink.link"],
])("parseBaseUrl(%j) returns %j", (input, baseUrl) => {
  expect(parseBaseUrl(input)).toBe(baseUrl)
  expect(endpointUrl("user", input)).toBe(`${baseUrl}/api/oauth/user`)
})

test.each([
  "",
  "bink.link",
  "/api",
  "ftp://bink.link",
  "javascript:alert(1)",
  "https://bink.link?tenant=1",
  "https://bink.link#a",
  "https://user:secret-word@bink.link",
])("parseBaseUrl(%j) throws invalid_base_url without quoting the URL", (input) => {
  const error = errorOf(() => parseBaseUrl(input))
  expect(error).toBeInstanceOf(BinkError)
  expect(error).toMatchObject({ code: "invalid_base_url" })
  expect(error.message).toContain("AUTH_BINK_ISSUER")
  expect(error.message).not.toContain("secret-word")
})

function errorOf(run: () => unknown): Error {
  try {
    run()
  } catch (error) {
    return error as Error
  }
  throw new Error("The function did not throw.")
}
