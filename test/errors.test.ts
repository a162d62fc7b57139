import { BinkError } from "authjs-bink"
import { expect, test } from "vitest"

test("BinkError is an Error with a code, the HTTP status, retryAfter and a reference to the docs", () => {
  const error = new BinkError("rate_limited", "Too many requests.", { status: 429, retryAfter: 60 })
  expect(error).toBeInstanceOf(Error)
  expect(error.name).toBe("BinkError")
  expect(error).toMatchObject({ code: "rate_limited", status: 429, retryAfter: 60 })
  expect(String(error)).toBe("BinkError: Too many requests. See authjs-bink/docs/errors.md#rate_limited")
})

test("BinkError has no status and no cause property if there is none", () => {
  expect(Object.keys(new BinkError("timeout", "Too slow."))).not.toContain("status")
  expect("cause" in new BinkError("timeout", "Too slow.")).toBe(false)
})
