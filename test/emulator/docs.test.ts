import { readFileSync } from "node:fs"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { afterAll, beforeAll, expect, test } from "vitest"

const DOCS = readFileSync(new URL("../../docs/reference/emulator.md", import.meta.url), "utf8")
const commands = [
  ...DOCS.matchAll(/^curl (?:-X (\w+) )?http:\/\/127\.0\.0\.1:\d+(\S+)(?: --json '(.*)')?$/gm),
]

const bink = createBinkEmulator()
let server: BinkEmulatorServer
beforeAll(async () => {
  server = await bink.listen({ port: 0 })
})
afterAll(() => server.close())

test("the guide has a command for everything that can be done over HTTP", () => {
  expect(commands).toHaveLength(9)
})

// In the guide's order: one takes away the fault that another put in place.
test.each(commands.map(([command, method, path, json]) => ({ command, method, path, json })))(
  "$command",
  async ({ method, path, json }) => {
    const answer = await fetch(server.url + path, {
      method: method ?? (json ? "POST" : "GET"),
      ...(json && { body: json, headers: { "content-type": "application/json" } }),
    })
    expect(answer.status).toBeLessThan(300)
  },
)
