import { type BinkEmulator, createBinkEmulator } from "authjs-bink/emulator"
import { beforeEach, expect, test } from "vitest"
import { authorizeUrl, codeFor, exchange, KWAME, profile, type Send, sendTo, signIn } from "./requests.ts"

const USER = "http://bink.test/api/oauth/user"

let bink: BinkEmulator
let send: Send
beforeEach(() => {
  bink = createBinkEmulator({ tokens: { bink_kwames_token: KWAME } })
  send = sendTo(bink)
})

test("returns exactly the documented fields in the documented order", async () => {
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
  const response = await profile(sendTo(federico), "bink_x")
  expect(response.headers.get("content-type")).toBe("application/json")
  expect(response.headers.get("cache-control")).toBe("no-store")
  expect(await response.text()).toBe(
    '{"id":"cuid","name":"Fede \\"Rico\\" <b>","email":"you@example.com","username":"federico",' +
      '"avatar":"https://pictures.test/1.png","plan":"BUSINESS","verificationLevel":2}',
  )
})

test("the default users have each level, and one has only an id", async () => {
  const profiles = []
  for (const user of ["cmbink0000000000000000mia", KWAME, "cmbink000000000000000yuki"]) {
    const location = await signIn(send, authorizeUrl(), { user })
    const token = await exchange(send, { code: location.searchParams.get("code") })
    profiles.push(await (await profile(send, (await token.json()).access_token)).json())
  }
  expect(profiles.map(({ verificationLevel, plan }) => [verificationLevel, plan])).toEqual([
    [0, "FREE"],
    [1, "VERIFIED"],
    [2, "BUSINESS"],
  ])
  for (const { avatar } of profiles) {
    const picture = await send(avatar)
    expect(picture.status).toBe(200)
    expect(picture.headers.get("content-type")).toBe("image/svg+xml")
    expect(picture.headers.get("cross-origin-resource-policy")).toBe("cross-origin")
  }
  const empty = createBinkEmulator({ tokens: { bink_n: "cmbink000000000000nothing" } })
  expect(await (await profile(sendTo(empty), "bink_n")).json()).toEqual({
    id: "cmbink000000000000nothing",
    name: null,
    email: null,
    username: null,
    avatar: null,
    plan: "FREE",
    verificationLevel: 0,
  })
})

test("an access token expires after an hour, a personal access token does not", async () => {
  const { access_token } = await (await exchange(send, { code: await codeFor(send) })).json()
  bink.advance(3_599_000)
  expect((await profile(send, access_token)).status).toBe(200)
  bink.advance(1_000)
  expect((await profile(send, access_token)).status).toBe(401)
  expect((await profile(send, "bink_kwames_token")).status).toBe(200)
})

test.each([
  ["a missing header", undefined, 401, 'Bearer realm="Bink"'],
  ["another scheme", "Basic abc", 401, 'Bearer realm="Bink"'],
  ["an unknown token", "Bearer unknown", 401, 'error="invalid_token"'],
  ["an unknown personal access token", "Bearer bink_unknown", 401, 'error="invalid_token"'],
  ["a missing token", "Bearer", 400, 'error="invalid_request"'],
  ["two tokens", "Bearer a b", 400, 'error="invalid_request"'],
  ["two headers in one", "Bearer a, Bearer b", 400, 'error="invalid_request"'],
])("rejects %s", async (_, authorization, status, header) => {
  const response = await send(USER, authorization === undefined ? {} : { headers: { authorization } })
  expect(response.status).toBe(status)
  expect(response.headers.get("www-authenticate")).toContain(header)
  expect(response.headers.get("cache-control")).toBe("no-store")
  expect(Object.keys(await response.json())).toEqual(["error", "error_description"])
  if (header === 'Bearer realm="Bink"') expect(response.headers.get("www-authenticate")).toBe(header)
})

test("accepts the scheme in any case (RFC 9110 §11.1), and rejects a token in the URL", async () => {
  expect((await send(USER, { headers: { authorization: "bearer bink_kwames_token" } })).status).toBe(200)
  expect((await send(`${USER}?access_token=bink_kwames_token`)).status).toBe(401)
  const both = await send(`${USER}?access_token=x`, {
    headers: { authorization: "Bearer bink_kwames_token" },
  })
  expect(both.status).toBe(400)
})

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("rejects the method %s", async (method) => {
  const response = await send(USER, { method, headers: { authorization: "Bearer bink_kwames_token" } })
  expect(response.status).toBe(405)
  expect(response.headers.get("allow")).toBe("GET, HEAD")
})
