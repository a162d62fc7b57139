import { execFileSync } from "node:child_process"
import { Auth, type AuthConfig } from "@auth/core"
import Bink, { withBink } from "authjs-bink"
import { ROOT } from "../../scripts/run.ts"
import { atMost, below, type Group, type Measurement, type MeasureOptions, ratioOf } from "./measurement.ts"
import { versionsOf } from "./peers.ts"
import { type Cases, runRounds, sampledRows } from "./rounds.ts"
import { startServer } from "./server.ts"
import { ORIGIN, signIn } from "./sign-in.ts"

const ALONE = "Auth.js alone"
const OURS = "withBink"
const REVALIDATE = "withBink, revalidate"

/** The same provider in all of them. The identity is never old enough for a request. */
function createConfigs(url: string): Record<string, AuthConfig> {
  const rest = { basePath: "/api/auth", secret: "a-secret-for-the-benchmarks-only", trustHost: true }
  const providers = [Bink({ clientId: "client", clientSecret: "secret", baseUrl: url })]
  return {
    [ALONE]: { ...rest, providers },
    [OURS]: { ...rest, ...withBink({ providers }) } as AuthConfig,
    [REVALIDATE]: { ...rest, ...withBink({ providers }, { revalidate: { after: 86_400 } }) } as AuthConfig,
  }
}

async function measureSessions({ isQuick, reportStep }: MeasureOptions): Promise<Group[]> {
  const batch = 50
  const server = await startServer("bare-http")
  try {
    const cases: Cases = {}
    const cookieSizes: Record<string, number> = {}
    for (const [name, config] of Object.entries(createConfigs(server.url))) {
      const cookie = await signIn(config, "bink")
      cookieSizes[name] = /session-token=([^;]*)/.exec(cookie)?.[1]?.length ?? 0
      cases[name] = async () => {
        const start = process.cpuUsage()
        for (let done = 0; done < batch; done++) {
          const response = await Auth(
            new Request(`${ORIGIN}/api/auth/session`, { headers: { cookie } }),
            config,
          )
          await response.text()
        }
        // The time of the processor, because a read waits for nothing, and other programs do not change it.
        const { user, system } = process.cpuUsage(start)
        return (user + system) / 1_000 / batch
      }
    }
    const rounds = isQuick ? { rounds: 10, warmUp: 5 } : { rounds: 80, warmUp: 10 }
    const samples = await runRounds(cases, rounds, (label, ...step) => reportStep(`read, ${label}`, ...step))
    const rows = sampledRows(samples, ALONE, [OURS, REVALIDATE])
    const added = (name: string) => (cookieSizes[name] as number) - (cookieSizes[ALONE] as number)
    return [
      {
        title: "Session read",
        unit: "ms",
        baseline: ALONE,
        rate: "reads",
        rows,
        targets: [OURS, REVALIDATE].map((name) =>
          atMost(1.03, "×", `Session read: ${name} compared with Auth.js alone`, ratioOf(rows, name)),
        ),
      },
      {
        title: "Bytes added to the session cookie",
        unit: "B",
        isDetail: true,
        rows: [OURS, REVALIDATE].map((name) => ({ name, isOurs: true, median: added(name) })),
        targets: [
          atMost(150, "B", "Session cookie: bytes that withBink adds", added(OURS)),
          atMost(300, "B", "Session cookie: bytes that withBink with revalidate adds", added(REVALIDATE)),
        ],
      },
    ]
  } finally {
    await server.stop()
  }
}

async function measureImport({ isQuick, reportStep }: MeasureOptions): Promise<Group> {
  const names = ["@auth/core", "authjs-bink"]
  const cases: Cases = Object.fromEntries(
    names.map((name) => [
      name,
      () => {
        const program = `const start = performance.now(); await import("${name}"); console.log(performance.now() - start)`
        const options = { cwd: ROOT, encoding: "utf8" } as const
        return Number(execFileSync(process.execPath, ["--input-type=module", "--eval", program], options))
      },
    ]),
  )
  const rounds = isQuick ? { rounds: 5, warmUp: 1 } : { rounds: 25, warmUp: 3 }
  const samples = await runRounds(cases, rounds, (label, ...step) => reportStep(`import, ${label}`, ...step))
  const rows = sampledRows(samples, "@auth/core", ["authjs-bink"])
  const claim = "Import time: authjs-bink compared with @auth/core"
  return {
    title: "Import time",
    unit: "ms",
    baseline: "@auth/core",
    rows,
    targets: [below(1, "×", claim, ratioOf(rows, "authjs-bink"))],
  }
}

export default {
  versions: versionsOf("@auth/core"),
  measure: async (options) => [...(await measureSessions(options)), await measureImport(options)],
} satisfies Measurement
