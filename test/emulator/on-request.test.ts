import { createBinkEmulator, type LoggedRequest } from "authjs-bink/emulator"
import { expect, test } from "vitest"

test("whoever listens hears of each request once it is over, as the log shows it", async () => {
  const heard: LoggedRequest[] = []
  const bink = createBinkEmulator({ onRequest: (request) => heard.push(request) })
  const user = "http://bink.test/api/oauth/user"

  await bink.fetch(new Request(`${user}?token=bink_secret`))
  expect(heard).toEqual(bink.requests())
  expect(heard[0]).toMatchObject({ endpoint: "user", status: 401, params: { token: "[redacted]" } })

  bink.faults.add({ endpoint: "user", kind: "reset" })
  await expect(bink.fetch(new Request(user))).rejects.toThrow(TypeError)
  await bink.fetch(new Request("http://bink.test/api/oauth/nowhere"))
  expect(heard.slice(1)).toMatchObject([
    { endpoint: "user", status: null },
    { endpoint: null, status: 404 },
  ])
})
