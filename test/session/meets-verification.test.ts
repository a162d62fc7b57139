import { type BinkIdentity, meetsVerification } from "authjs-bink"
import { afterEach, expect, test, vi } from "vitest"

const NOW = 1_800_000_000

const trusted: BinkIdentity = {
  id: "user-1",
  username: "ada",
  plan: "FREE",
  verificationLevel: 2,
  checkedAt: NOW,
}

afterEach(() => void vi.useRealTimers())

function atNow<T>(run: () => T): T {
  vi.useFakeTimers({ now: NOW * 1000 })
  return run()
}

test.each([
  [0, 1, false],
  [0, 2, false],
  [1, 1, true],
  [1, 2, false],
  [2, 1, true],
  [2, 2, true],
] as const)(
  "an identity with level %i and a required level of %i: returns %s",
  (verificationLevel, level, meets) => {
    expect(meetsVerification({ ...trusted, verificationLevel }, { level })).toBe(meets)
  },
)

test("a Better Auth user meets a level, and never a maxAge because its age is unknown", () => {
  const user = (verificationLevel?: number | null) => ({ id: "user-1", name: "Ada", verificationLevel })
  expect(meetsVerification(user(2), { level: 1 })).toBe(true)
  expect(meetsVerification(user(0), { level: 1 })).toBe(false)
  expect(meetsVerification(user(null), { level: 1 })).toBe(false)
  expect(meetsVerification(user(), { level: 1 })).toBe(false)
  expect(meetsVerification(user(2), { level: 1, maxAge: 60 })).toBe(false)
})

test.each([null, undefined, {}, "2", 2])("returns false for the identity %j", (identity) => {
  expect(meetsVerification(identity as never, { level: 1 })).toBe(false)
})

test.each([3, "2", true, null, Number.NaN])(
  "returns false for an identity with the level %j",
  (verificationLevel) => {
    expect(meetsVerification({ ...trusted, verificationLevel } as never, { level: 1 })).toBe(false)
  },
)

test.each([0, 3, -1, "1", 1.5, Number.NaN, null, undefined])(
  "returns false for the required level %j",
  (level) => {
    expect(meetsVerification(trusted, { level } as never)).toBe(false)
  },
)

test("returns false without a requirement", () => {
  expect(meetsVerification(trusted, undefined as never)).toBe(false)
})

test.each([
  [0, 0, true],
  [0, 1, false],
  [60, 60, true],
  [60, 61, false],
  [Number.POSITIVE_INFINITY, 10_000_000, true],
])("with a maxAge of %d s and an identity that is %d s old: returns %s", (maxAge, age, meets) => {
  const identity = { ...trusted, checkedAt: NOW - age }
  expect(atNow(() => meetsVerification(identity, { level: 2, maxAge }))).toBe(meets)
})

test.each([-1, Number.NaN, "60", null, {}])("returns false for a maxAge of %j", (maxAge) => {
  expect(atNow(() => meetsVerification(trusted, { level: 1, maxAge } as never))).toBe(false)
})

test("accepts a checkedAt 30 s in the future (clock skew), and not one hour in the future", () => {
  const ahead = (seconds: number) => ({ ...trusted, checkedAt: NOW + seconds })
  expect(atNow(() => meetsVerification(ahead(30), { level: 1, maxAge: 60 }))).toBe(true)
  expect(atNow(() => meetsVerification(ahead(3600), { level: 1, maxAge: 60 }))).toBe(false)
})

test.each([undefined, null, "1800000000", Number.NaN])(
  "returns false for a maxAge with a checkedAt of %j",
  (checkedAt) => {
    expect(atNow(() => meetsVerification({ ...trusted, checkedAt } as never, { level: 1, maxAge: 60 }))).toBe(
      false,
    )
  },
)
