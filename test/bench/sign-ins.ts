import type { AuthConfig } from "@auth/core"
import GitHub from "@auth/core/providers/github"
import Bink, { withBink } from "authjs-bink"
import { atMost, exactRows, type Group, type Measurement, ratioOf } from "./measurement.ts"
import { versionsOf } from "./peers.ts"
import { type Cases, runRounds, sampledRows } from "./rounds.ts"
import { type RunningServer, startServer } from "./server.ts"
import { signIn } from "./sign-in.ts"

const GITHUB = "@auth/core's GitHub"
const OURS = "Bink"
const WITH_SESSION = "Bink, withBink"

const SHARED = {
  clientId: "client",
  clientSecret: "secret",
  checks: ["pkce", "state"] as ("pkce" | "state")[],
}

function createConfigs(url: string): Record<string, AuthConfig> {
  const rest = { basePath: "/api/auth", secret: "a-secret-for-the-benchmarks-only", trustHost: true }
  const bink = Bink({ ...SHARED, baseUrl: url })
  return {
    [OURS]: { ...rest, providers: [bink] },
    [WITH_SESSION]: { ...rest, ...withBink({ providers: [bink] }) } as AuthConfig,
    [GITHUB]: { ...rest, providers: [GitHub({ ...SHARED, enterprise: { baseUrl: url } })] },
  }
}

async function countRequests({ url }: RunningServer, run: () => Promise<unknown>): Promise<number> {
  const count = async () => Number(await (await fetch(`${url}/requests`)).text())
  const before = await count()
  await run()
  return (await count()) - before
}

export default {
  versions: versionsOf("@auth/core"),
  async measure({ isQuick, reportStep }) {
    const batch = 10
    const server = await startServer("bare-http")
    try {
      const cases: Cases = {}
      const requests: Record<string, number> = {}
      for (const [name, config] of Object.entries(createConfigs(server.url))) {
        const once = () => signIn(config, name === GITHUB ? "github" : "bink")
        requests[name] = await countRequests(server, once)
        cases[name] = async () => {
          const start = performance.now()
          for (let done = 0; done < batch; done++) await once()
          return (performance.now() - start) / batch
        }
      }
      const rounds = isQuick ? { rounds: 10, warmUp: 5 } : { rounds: 160, warmUp: 20 }
      const rows = sampledRows(await runRounds(cases, rounds, reportStep), GITHUB, [OURS, WITH_SESSION])
      const claim = "Sign-in: Bink compared with @auth/core's GitHub"
      const groups: Group[] = [
        {
          title: "Sign-in",
          unit: "ms",
          baseline: GITHUB,
          rate: "sign-ins",
          rows,
          targets: [atMost(1.05, "×", claim, ratioOf(rows, OURS))],
        },
        {
          title: "Requests per sign-in",
          unit: "requests",
          isDetail: true,
          baseline: GITHUB,
          rows: exactRows(requests, [OURS, WITH_SESSION], GITHUB),
          targets: [atMost(2, "requests", "Requests per sign-in with Bink", requests[OURS] as number)],
        },
      ]
      return groups
    } finally {
      await server.stop()
    }
  },
} satisfies Measurement
