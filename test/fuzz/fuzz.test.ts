import { expect, test } from "vitest"
import { INTEGRATIONS, playResponses } from "./play.ts"
import { createResponse } from "./responses.ts"

/** `npm run fuzz` plays more. */
const COUNT = 500
const SEED = 1

test("a seed and a number always give the same response", () => {
  const create = (seed: number) =>
    Array.from({ length: 50 }, (_, number) => createResponse(seed, number, "request"))
  expect(create(1)).toEqual(create(1))
  expect(create(1)).not.toEqual(create(2))
})

test(`${COUNT} random responses end no process, create no session, hang nothing and leak no secret (seed ${SEED})`, {
  timeout: 600_000,
}, async () => {
  const { failures, fatalToFetch, played } = await playResponses({ count: COUNT, seed: SEED })
  expect(failures).toEqual([])
  expect(played).toBeGreaterThanOrEqual((COUNT - fatalToFetch.length - 5) * INTEGRATIONS.length)
})
