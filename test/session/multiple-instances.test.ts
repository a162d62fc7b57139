import { createServer, request } from "node:http"
import type { AddressInfo } from "node:net"
import { describe, expect, onTestFinished, test } from "vitest"
import { startAppWithBink, VERSIONS } from "../helpers/auth-apps.ts"
import { PROFILE, startBinkServer } from "../helpers/bink-server.ts"
import { DATABASES, type StartDatabase } from "../helpers/databases/apps.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"

const SESSIONS: [name: string, startDatabase: StartDatabase | undefined][] = [
  ["JWT sessions", undefined],
  ...DATABASES,
]

describe.each(VERSIONS)("two instances of an app with %s", (version) => {
  test.each(SESSIONS)("complete a sign-in that the other instance began: %s", async (_, startDatabase) => {
    const bink = await startBinkServer()
    const database = await startDatabase?.("with bink")
    if (database) onTestFinished(() => database.close())
    const startInstance = () =>
      startAppWithBink(version, bink, database && { adapter: database.connect() }, { persist: true })
    const instances = [await startInstance(), await startInstance()]
    const balancer = await startLoadBalancer(instances.map(({ url }) => new URL(url).port))

    const browser = createHttpBrowser()
    const beganWith: unknown[] = []
    for (const requestsBefore of [0, 1]) {
      // The instances alternate: after one more request, the other instance begins the sign-in.
      for (let sent = 0; sent < requestsBefore; sent++) await browser.goto(`${balancer.url}/`)
      await browser.signIn(balancer.url)
      const [began, completed] = ["signin", "callback"].map((step) =>
        balancer.lastInstanceOf(`/api/auth/${step}/bink`),
      )
      expect(completed).toBe(1 - Number(began))
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

/** Starts a round-robin load balancer that records which instance served each path. */
async function startLoadBalancer(ports: string[]) {
  const served: { path: string; instance: number }[] = []
  let requests = 0
  const server = createServer((incoming, outgoing) => {
    const { method, url = "/", headers } = incoming
    const instance = requests++ % ports.length
    served.push({ path: new URL(url, "http://app").pathname, instance })
    incoming.pipe(
      request({ host: "localhost", port: ports[instance], method, path: url, headers }, (response) => {
        outgoing.writeHead(response.statusCode ?? 500, response.headers)
        response.pipe(outgoing)
      }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    lastInstanceOf: (path: string) => served.findLast((request) => request.path === path)?.instance,
  }
}
