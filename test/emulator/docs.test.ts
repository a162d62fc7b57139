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

test("the Emulator page documents every command of the HTTP API", () => {
  expect(commands).toHaveLength(11)
})

// In the order of the page: one command removes the fault that another added.
test.each(commands.map(([command, method, path, json]) => ({ command, method, path, json })))(
  "works as documented: $command",
  async ({ method, path, json }) => {
    const response = await fetch(server.url + path, {
      method: method ?? (json ? "POST" : "GET"),
      ...(json && { body: json, headers: { "content-type": "application/json" } }),
    })
    expect(response.status).toBeLessThan(300)
  },
)
