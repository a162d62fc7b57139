import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, onTestFinished, test } from "vitest"
import { PROFILE, startBinkServer } from "../provider/bink-server.ts"
import { createBrowser } from "../provider/browser.ts"
import { startAppWithBink, versions } from "./apps.ts"
import { closeAll, DATABASES, type StartDatabase } from "./databases/stage.ts"

const sessions: [name: string, startDatabase: StartDatabase | undefined][] = [
  ["a JWT", undefined],
  ...DATABASES,
]

describe.each(versions)("%s", (version) => {
  test.each(sessions)("two instances finish each other's sign-ins: %s", async (_, startDatabase) => {
    const bink = await startBinkServer()
    const database = await startDatabase?.("with bink")
    const startInstance = () =>
      startAppWithBink(version, bink, database && { adapter: database.connect() }, { persist: true })
    const instances = [await startInstance(), await startInstance()]
    const balancer = await startBalancer(instances.map(({ url }) => new URL(url).port))
    onTestFinished(() => closeAll(balancer, ...instances, bink, ...(database ? [database] : [])))

    const browser = createBrowser()
    const beganWith: unknown[] = []
    for (const requestsBefore of [0, 1]) {
      // Instances take turns: with one request more, the other one begins.
      for (let sent = 0; sent < requestsBefore; sent++) await browser.go(`${balancer.url}/`)
      await browser.signIn(balancer.url)
      const [began, ended] = ["signin", "callback"].map((step) =>
        balancer.lastServed(`/api/auth/${step}/bink`),
      )
      expect(ended).toBe(1 - Number(began))
      beganWith.push(began)
      for (const _ of instances) {
        expect(await browser.session(balancer.url)).toHaveProperty("user.bink.id", PROFILE.id)
      }
    }
    expect(beganWith).toEqual([1, 0])
    expect(instances.flatMap(({ log }) => log)).toEqual([])
    expect((await database?.rows("users"))?.length ?? 1).toBe(1)
  })
})

/** Sends each request to the next of some ports in turn, and remembers which of them served what. */
async function startBalancer(ports: string[]) {
  const served: { path: string; instance: number }[] = []
  let turn = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url = "/", headers } = incoming
    const instance = turn++ % ports.length
    served.push({ path: new URL(url, "http://app").pathname, instance })
    incoming.pipe(
      request({ host: "localhost", port: ports[instance], method, path: url, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lastServed: (path: string) => served.findLast((request) => request.path === path)?.instance,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
