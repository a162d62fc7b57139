import { createBinkEmulator, type LoggedRequest } from "authjs-bink/emulator"
import { expect, test } from "vitest"

test("calls onRequest after each request with its log entry", async () => {
  const calls: LoggedRequest[] = []
  const bink = createBinkEmulator({ onRequest: (request) => calls.push(request) })
  const user = "http://bink.test/api/oauth/user"

  await bink.fetch(new Request(`${user}?token=bink_secret`))
  expect(calls).toEqual(bink.requests())
  expect(calls[0]).toMatchObject({ endpoint: "user", status: 401, params: { token: "[redacted]" } })

  bink.faults.add({ endpoint: "user", kind: "reset" })
  await expect(bink.fetch(new Request(user))).rejects.toThrow(TypeError)
  await bink.fetch(new Request("http://bink.test/api/oauth/nowhere"))
  expect(calls.slice(1)).toMatchObject([
    { endpoint: "user", status: null },
    { endpoint: null, status: 404 },
  ])
})
