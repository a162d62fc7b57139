import { codeFlow, type Paths } from "./code-flow.ts"
import { atMost, below, type Group, type Measurement, type MeasureOptions, ratioOf } from "./measurement.ts"
import { versionsOf } from "./peers.ts"
import { type Cases, runRounds, sampledRows } from "./rounds.ts"
import { type RunningServer, type ServerName, startServer } from "./server.ts"

const OURS = "authjs-bink/emulator"
const BARE = "bare node:http"
const PEERS = ["oauth2-mock-server", "oidc-provider"]
const BINK = { authorize: "/api/oauth/authorize", token: "/api/oauth/token", user: "/api/oauth/user" }

const SERVERS: Record<string, { file: ServerName; paths: Paths }> = {
  [OURS]: { file: "emulator", paths: { ...BINK, params: { login_hint: "cmbink00000000000000kwame" } } },
  [BARE]: { file: "bare-http", paths: BINK },
  "oauth2-mock-server": {
    file: "oauth2-mock-server",
    paths: { authorize: "/authorize", token: "/token", user: "/userinfo", params: { scope: "openid" } },
  },
  "oidc-provider": {
    file: "oidc-provider",
    paths: { authorize: "/auth", token: "/token", user: "/me", params: { scope: "openid" } },
  },
}

async function measureStart({ isQuick, reportStep }: MeasureOptions): Promise<Group> {
  const cases: Cases = {}
  for (const [name, { file }] of Object.entries(SERVERS)) {
    cases[name] = async () => {
      const server = await startServer(file)
      await server.stop()
      return server.startedIn
    }
  }
  const rounds = isQuick ? { rounds: 5, warmUp: 1 } : { rounds: 25, warmUp: 3 }
  const samples = await runRounds(cases, rounds, (label, ...step) => reportStep(`start, ${label}`, ...step))
  const rows = sampledRows(samples, BARE, [OURS])
  const toPeers = PEERS.map((peer) => {
    const ratio = ratioOf(sampledRows(samples, peer, []), OURS)
    return below(1, "×", `Start time: emulator compared with ${peer}`, ratio)
  })
  const toBare = atMost(
    1.3,
    "×",
    "Start time: emulator compared with a bare node:http server",
    ratioOf(rows, OURS),
  )
  return {
    title: "Start time",
    unit: "ms",
    baseline: BARE,
    rows,
    targets: [toBare, ...toPeers],
  }
}

async function measureSignIn({ isQuick, reportStep }: MeasureOptions): Promise<Group> {
  const batch = 10
  const running: RunningServer[] = []
  const cases: Cases = {}
  try {
    for (const [name, { file, paths }] of Object.entries(SERVERS)) {
      const server = await startServer(file)
      running.push(server)
      const signIn = codeFlow(server.url, paths)
      cases[name] = async () => {
        const start = performance.now()
        for (let done = 0; done < batch; done++) await signIn()
        return (performance.now() - start) / batch
      }
    }
    const rounds = isQuick ? { rounds: 8, warmUp: 3 } : { rounds: 100, warmUp: 20 }
    const samples = await runRounds(cases, rounds, (label, ...step) =>
      reportStep(`sign-in, ${label}`, ...step),
    )
    const rows = sampledRows(samples, BARE, [OURS])
    return { title: "Sign-in over HTTP", unit: "ms", baseline: BARE, rate: "sign-ins", rows }
  } finally {
    await Promise.all(running.map((server) => server.stop()))
  }
}

export default {
  versions: versionsOf(...PEERS),
  measure: async (options) => [await measureStart(options), await measureSignIn(options)],
} satisfies Measurement
