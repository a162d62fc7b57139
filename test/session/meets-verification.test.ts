import { type BinkIdentity, meetsVerification } from "authjs-bink"
import { afterEach, expect, test, vi } from "vitest"

const NOW = 1_800_000_000

const trusted: BinkIdentity = {
  id: "person-1",
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
] as const)("a person of level %i meets level %i: %s", (verificationLevel, level, meets) => {
  expect(meetsVerification({ ...trusted, verificationLevel }, { level })).toBe(meets)
})

test("a user of Better Auth is asked by their level, whose age nobody knows", () => {
  const user = (verificationLevel?: number | null) => ({ id: "user-1", name: "Ada", verificationLevel })
  expect(meetsVerification(user(2), { level: 1 })).toBe(true)
  expect(meetsVerification(user(0), { level: 1 })).toBe(false)
  expect(meetsVerification(user(null), { level: 1 })).toBe(false)
  expect(meetsVerification(user(), { level: 1 })).toBe(false)
  expect(meetsVerification(user(2), { level: 1, maxAge: 60 })).toBe(false)
})

test.each([null, undefined, {}, "2", 2])("%j is nobody", (identity) => {
  expect(meetsVerification(identity as never, { level: 1 })).toBe(false)
})

test.each([3, "2", true, null, Number.NaN])("a stored level of %j is none", (verificationLevel) => {
  expect(meetsVerification({ ...trusted, verificationLevel } as never, { level: 1 })).toBe(false)
})

test.each([0, 3, -1, "1", 1.5, Number.NaN, null, undefined])(
  "a page that asks for level %j lets nobody in",
  (level) => {
    expect(meetsVerification(trusted, { level } as never)).toBe(false)
  },
)

test("a page that asks for nothing at all lets nobody in", () => {
  expect(meetsVerification(trusted, undefined as never)).toBe(false)
})

test.each([
  [0, 0, true],
  [0, 1, false],
  [60, 60, true],
  [60, 61, false],
  [Number.POSITIVE_INFINITY, 10_000_000, true],
])("with a maxAge of %d s, a word that is %d s old counts: %s", (maxAge, age, meets) => {
  const identity = { ...trusted, checkedAt: NOW - age }
  expect(atNow(() => meetsVerification(identity, { level: 2, maxAge }))).toBe(meets)
})

test.each([-1, Number.NaN, "60", null, {}])("a maxAge of %j is no number of seconds", (maxAge) => {
  expect(atNow(() => meetsVerification(trusted, { level: 1, maxAge } as never))).toBe(false)
})

test("a word from a little ahead is another server's clock, one from far ahead is none", () => {
  const ahead = (seconds: number) => ({ ...trusted, checkedAt: NOW + seconds })
  expect(atNow(() => meetsVerification(ahead(30), { level: 1, maxAge: 60 }))).toBe(true)
  expect(atNow(() => meetsVerification(ahead(3600), { level: 1, maxAge: 60 }))).toBe(false)
})

test.each([undefined, null, "1800000000", Number.NaN])(
  "without a usable date (%j) no maxAge is met",
  (checkedAt) => {
    expect(atNow(() => meetsVerification({ ...trusted, checkedAt } as never, { level: 1, maxAge: 60 }))).toBe(
      false,
    )
  },
)
