import { codeFlow, type Paths } from "./code-flow.ts"
import { atMost, below, type Group, type Measurement, ratioOf } from "./measurement.ts"
import { versionsOf } from "./peers.ts"
import { type RunningServer, type ServerName, startServer } from "./server.ts"
import { inTurns, rowsOf, type Subjects } from "./turns.ts"

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

async function starts(isQuick: boolean): Promise<Group> {
  const subjects: Subjects = {}
  for (const [name, { file }] of Object.entries(SERVERS)) {
    subjects[name] = async () => {
      const server = await startServer(file)
      await server.stop()
      return server.startedIn
    }
  }
  const samples = await inTurns(subjects, isQuick ? { rounds: 5, warmUp: 1 } : { rounds: 25, warmUp: 3 })
  const rows = rowsOf(samples, BARE, [OURS])
  const toPeers = PEERS.map((peer) => {
    const ratio = ratioOf(rowsOf(samples, peer, []), OURS)
    return below(1, "×", `Start: the emulator beside ${peer}`, ratio)
  })
  const toBare = atMost(1.3, "×", "Start: the emulator beside a bare node:http server", ratioOf(rows, OURS))
  return {
    title: "From nothing to listening",
    unit: "ms",
    baseline: BARE,
    rows,
    targets: [toBare, ...toPeers],
  }
}

async function signIns(isQuick: boolean): Promise<Group> {
  const batch = 10
  const running: RunningServer[] = []
  const subjects: Subjects = {}
  try {
    for (const [name, { file, paths }] of Object.entries(SERVERS)) {
      const server = await startServer(file)
      running.push(server)
      const signIn = codeFlow(server.url, paths)
      subjects[name] = async () => {
        const start = performance.now()
        for (let done = 0; done < batch; done++) await signIn()
        return (performance.now() - start) / batch
      }
    }
    const samples = await inTurns(subjects, isQuick ? { rounds: 8, warmUp: 3 } : { rounds: 100, warmUp: 20 })
    const rows = rowsOf(samples, BARE, [OURS])
    return { title: "A sign-in over HTTP", unit: "ms", baseline: BARE, rate: "sign-ins", rows }
  } finally {
    await Promise.all(running.map((server) => server.stop()))
  }
}

export default {
  versions: versionsOf(...PEERS),
  measure: async ({ isQuick }) => [await starts(isQuick), await signIns(isQuick)],
} satisfies Measurement
