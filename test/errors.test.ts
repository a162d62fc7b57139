import { BinkError } from "authjs-bink"
import { expect, test } from "vitest"

test("a BinkError is an Error with a code, and says what else is known", () => {
  const error = new BinkError("rate_limited", "Too many requests.", { status: 429, retryAfter: 60 })
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe("BinkError")
  expect(error).toMatchObject({ code: "rate_limited", status: 429, retryAfter: 60 })
  expect(String(error)).toBe("BinkError: Too many requests. See authjs-bink/docs/errors.md#rate_limited")
})

test("what is not known is absent, and not undefined", () => {
  expect(Object.keys(new BinkError("timeout", "Too slow."))).not.toContain("status")
  expect("cause" in new BinkError("timeout", "Too slow.")).toBe(false)
})
