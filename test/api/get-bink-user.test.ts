import type { IncomingMessage } from "node:http"
import { getBinkUser } from "authjs-bink/api"
import { expect, test } from "vitest"
import { PROFILE } from "../helpers/bink-server.ts"
import { errorOfGetBinkUser, startUserEndpoint, TOKEN } from "../helpers/user-endpoint.ts"

test("sends the token to the user endpoint and returns the documented fields", async () => {
  let request: IncomingMessage | undefined
  const baseUrl = await startUserEndpoint((incoming, response) => {
    request = incoming
    response.end(JSON.stringify({ ...PROFILE, secret: "not documented" }))
  })
  expect(await getBinkUser(TOKEN, { baseUrl: `${baseUrl}/` })).toEqual(PROFILE)
  expect(request).toMatchObject({
    method: "GET",
    url: "/api/oauth/user",
    headers: { authorization: `Bearer ${TOKEN}`, accept: "application/json" },
  })
})

test.each([
  [401, "unauthorized"],
  [403, "unauthorized"],
  [429, "rate_limited"],
  [500, "server_error"],
  [503, "server_error"],
  [599, "server_error"],
  [201, "invalid_response"],
  [204, "invalid_response"],
  [206, "invalid_response"],
  [304, "invalid_response"],
  [400, "invalid_response"],
  [404, "invalid_response"],
])("HTTP %i throws %s, even with a valid profile in the body", async (status, code) => {
  const baseUrl = await startUserEndpoint((_, response) =>
    response.writeHead(status).end([204, 304].includes(status) ? undefined : JSON.stringify(PROFILE)),
  )
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl })).toMatchObject({ code, status })
})

test.each([
  ["an empty body", ""],
  ["HTML", "<!doctype html>"],
  ["incomplete JSON", JSON.stringify(PROFILE).slice(0, -4)],
  ["a number", "42"],
  ["an array", JSON.stringify([PROFILE])],
  ["no id", JSON.stringify({ ...PROFILE, id: undefined })],
  ["an empty id", JSON.stringify({ ...PROFILE, id: "" })],
  ["bytes that are not UTF-8", Buffer.from('{"id":"\xff"}', "latin1")],
  ["more than 1 MiB", JSON.stringify({ ...PROFILE, bio: "x".repeat(2 ** 20) })],
])("HTTP 200 with %s throws invalid_response", async (_, body) => {
  const baseUrl = await startUserEndpoint((_, response) => response.end(body))
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl })).toMatchObject({
    code: "invalid_response",
    status: 200,
  })
})

test("a base URL without a protocol throws invalid_base_url", async () => {
  expect(await errorOfGetBinkUser(TOKEN, { baseUrl: "bink.link" })).toMatchObject({
    code: "invalid_base_url",
  })
})
