import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { type Ask, asking, authorizeUrl, codeFor, exchange, KWAME, profile, signIn } from "./browse.ts"

const USER = "http://bink.test/api/oauth/user"

let bink: BinkEmulator
let ask: Ask
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwames_token: KWAME } })
  ask = asking(bink)
})

test("answers the profile byte for byte, in the documented order, whatever the order of the seed", async () => {
  const users = [
    {
      verificationLevel: 2,
      plan: "BUSINESS",
      avatar: "https://pictures.test/1.png",
      extra: "not documented",
      username: "federico",
      email: "you@example.com",
      name: 'Fede "Rico" <b>',
      id: "cuid",
    } as const,
  ]
  const federico = createBinkEmulator({ users, tokens: { bink_x: "cuid" } })
  const answer = await profile(asking(federico), "bink_x")
  expect(answer.headers.get("content-type")).toBe("application/json")
  expect(answer.headers.get("cache-control")).toBe("no-store")
  expect(await answer.text()).toBe(
    '{"id":"cuid","name":"Fede \\"Rico\\" <b>","email":"you@example.com","username":"federico",' +
      '"avatar":"https://pictures.test/1.png","plan":"BUSINESS","verificationLevel":2}',
  )
})

test("the default people are every level, and one with nothing but an id", async () => {
  const profiles = []
  for (const person of ["cmbink0000000000000000mia", KWAME, "cmbink000000000000000yuki"]) {
    const location = await signIn(ask, authorizeUrl(), { person })
    const token = await exchange(ask, { code: location.searchParams.get("code") })
    profiles.push(await (await profile(ask, (await token.json()).access_token)).json())
  }
  expect(profiles.map(({ verificationLevel, plan }) => [verificationLevel, plan])).toEqual([
    [0, "FREE"],
    [1, "VERIFIED"],
    [2, "BUSINESS"],
  ])
  for (const { avatar } of profiles) {
    const picture = await ask(avatar)
    expect(picture.status).toBe(200)
    expect(picture.headers.get("content-type")).toBe("image/svg+xml")
    expect(picture.headers.get("cross-origin-resource-policy")).toBe("cross-origin")
  }
  const nobody = createBinkEmulator({ tokens: { bink_n: "cmbink000000000000nothing" } })
  expect(await (await profile(asking(nobody), "bink_n")).json()).toEqual({
    id: "cmbink000000000000nothing",
    name: null,
    email: null,
    username: null,
    avatar: null,
    plan: "FREE",
    verificationLevel: 0,
  })
})

test("an OAuth token lives an hour, a personal access token on", async () => {
  const { access_token } = await (await exchange(ask, { code: await codeFor(ask) })).json()
  bink.advance(3_599_000)
  expect((await profile(ask, access_token)).status).toBe(200)
  bink.advance(1_000)
  expect((await profile(ask, access_token)).status).toBe(401)
  expect((await profile(ask, "bink_kwames_token")).status).toBe(200)
})

test.each([
  ["no header", undefined, 401, 'Bearer realm="Bink"'],
  ["another scheme", "Basic abc", 401, 'Bearer realm="Bink"'],
  ["an unknown token", "Bearer unknown", 401, 'error="invalid_token"'],
  ["an unknown personal access token", "Bearer bink_unknown", 401, 'error="invalid_token"'],
  ["no token", "Bearer", 400, 'error="invalid_request"'],
  ["two tokens", "Bearer a b", 400, 'error="invalid_request"'],
  ["two headers in one", "Bearer a, Bearer b", 400, 'error="invalid_request"'],
])("%s", async (_, authorization, status, header) => {
  const answer = await ask(USER, authorization === undefined ? {} : { headers: { authorization } })
  expect(answer.status).toBe(status)
  expect(answer.headers.get("www-authenticate")).toContain(header)
  expect(answer.headers.get("cache-control")).toBe("no-store")
  expect(Object.keys(await answer.json())).toEqual(["error", "error_description"])
  if (header === 'Bearer realm="Bink"') expect(answer.headers.get("www-authenticate")).toBe(header)
})

test("the scheme's case does not matter (RFC 9110 §11.1), and a token in the address is not taken", async () => {
  expect((await ask(USER, { headers: { authorization: "bearer bink_kwames_token" } })).status).toBe(200)
  expect((await ask(`${USER}?access_token=bink_kwames_token`)).status).toBe(401)
  const both = await ask(`${USER}?access_token=x`, { headers: { authorization: "Bearer bink_kwames_token" } })
  expect(both.status).toBe(400)
})

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is not taken", async (method) => {
  const answer = await ask(USER, { method, headers: { authorization: "Bearer bink_kwames_token" } })
  expect(answer.status).toBe(405)
  expect(answer.headers.get("allow")).toBe("GET, HEAD")
})
