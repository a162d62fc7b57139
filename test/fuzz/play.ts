import { fork } from "node:child_process"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"
import { SECRETS } from "../helpers/bink-server.ts"
import { bundlePrograms } from "../helpers/bundle-program.ts"
import { OPEN_FOR, startFuzzServer, tokenFor } from "./server.ts"

/** Everything that requests Bink. */
export const INTEGRATIONS = [
  "getBinkUser",
  "Auth.js 5, token endpoint",
  "Auth.js 5, user endpoint",
  "NextAuth 4, token endpoint",
  "NextAuth 4, user endpoint",
  "Better Auth, token endpoint",
  "Better Auth, user endpoint",
  "revalidation in Auth.js 5",
  "revalidation in NextAuth 4",
] as const

export type IntegrationName = (typeof INTEGRATIONS)[number]

/** One response at one integration, or at plain `fetch`, the control. */
export interface Run<Name = IntegrationName | "plain fetch"> {
  integration: Name
  number: number
  /** The access token for this response. */
  token: string
}

/** `refused` is the expected outcome. Others are words for the report. */
export type Outcome = string

/** Options of {@link playResponses}. */
export interface PlayOptions {
  /** Number of responses. Each is played at every integration. */
  count: number
  /** The same seed gives the same responses. */
  seed: number
  /** Number of the first response. @default 0 */
  first?: number
  /** Called after each response at an integration. */
  onOutcome?: () => void
}

/** What happened. Without a bug, `failures` is empty. */
export interface Report {
  /** One line for each outcome that is not `refused`: integration, number of the response, outcome. */
  failures: string[]
  /** Numbers of the responses that end a process with plain `fetch`. The integrations skip them. */
  fatalToFetch: number[]
  /** Responses that were played at integrations. */
  played: number
}

/** Runs at the same time in one process. */
const CONCURRENCY = 32

/** Milliseconds after which a run counts as a hang. The longest timeout of the package in these runs is 3 seconds. */
const HANG = 60_000

/** Milliseconds for plain `fetch`, which has no timeout. */
const GIVE_UP = 5_000

/**
 * Plays random responses at every integration, in a child process, and at plain `fetch`. Finds ended processes,
 * sessions, errors that are no BinkError, hangs, and secrets in the output.
 */
export async function playResponses({
  count,
  seed,
  first = 0,
  onOutcome = () => {},
}: PlayOptions): Promise<Report> {
  const server = await startFuzzServer(seed)
  const outdir = join(ROOT, ".cache/fuzz", String(process.pid))
  const entries = ["control", "integrations"].map((name) => join(import.meta.dirname, `${name}.ts`))
  await bundlePrograms(entries, outdir)
  const [control, integrations] = [join(outdir, "control.mjs"), join(outdir, "integrations.mjs")]
  const numbers = Array.from({ length: count }, (_, index) => first + index)
  const fatalToFetch = new Set<number>()
  const failures: string[] = []
  let played = 0

  /** Returns the responses that end a process in which plain `fetch` receives nothing else. */
  async function findFatal(suspects: Run[]): Promise<number[]> {
    const waiting = new Set(suspects.map(({ number }) => number))
    const fatal: number[] = []
    const playAlone = async () => {
      for (const number of waiting) {
        waiting.delete(number)
        // Which event comes first depends on time.
        for (let attempt = 0; attempt < 2 && !fatal.includes(number); attempt++) {
          const onDeath = async () => void fatal.push(number)
          await playIn(control, server.url, runsOf(["plain fetch"], [number]), { limit: GIVE_UP, onDeath })
        }
      }
    }
    await Promise.all(Array.from({ length: 8 }, playAlone))
    return fatal
  }

  try {
    await playIn(control, server.url, runsOf(["plain fetch"], numbers), {
      limit: GIVE_UP,
      onOutcome,
      async onDeath(suspects) {
        for (const number of await findFatal(suspects)) fatalToFetch.add(number)
      },
    })
    const others = numbers.filter((number) => !fatalToFetch.has(number))
    await playIn(integrations, server.url, runsOf(INTEGRATIONS, others), {
      limit: HANG,
      onOutcome({ integration, number }, outcome) {
        onOutcome()
        played++
        if (outcome !== "refused") failures.push(`${integration}: response ${number} ${outcome}`)
      },
      async onDeath(suspects, output) {
        const fatal = await findFatal(suspects)
        for (const number of fatal) fatalToFetch.add(number)
        if (fatal.length > 0) return
        const numbers = [...new Set(suspects.map(({ number }) => number))]
        failures.push(`The process ended after one of the responses ${numbers}: ${output.slice(-2_000)}`)
      },
      onHang: ({ integration, number }) => failures.push(`${integration}: response ${number} hung`),
      onOutput(text) {
        for (const [name, value] of Object.entries(SECRETS)) {
          const index = text.indexOf(value)
          if (index >= 0)
            failures.push(`${name} in the output: ${text.slice(Math.max(0, index - 1_000), index + 500)}`)
        }
      },
    })
    return { failures, fatalToFetch: [...fatalToFetch].sort((a, b) => a - b), played }
  } finally {
    rmSync(outdir, { recursive: true, force: true })
    await server.close()
  }
}

function runsOf(integrations: readonly Run["integration"][], numbers: number[]): Run[] {
  return numbers.flatMap((number) =>
    integrations.map((integration) => ({ integration, number, token: tokenFor("user", number) })),
  )
}

interface Listeners {
  /** Milliseconds after which a run counts as a hang. */
  limit: number
  onOutcome?: (run: Run, outcome: Outcome) => void
  /** Receives the runs that may have ended the process. Those without an outcome are not repeated. */
  onDeath: (suspects: Run[], output: string) => Promise<void>
  onHang?: (run: Run) => void
  onOutput?: (text: string) => void
}

/** Sends runs to a child process, and starts another one if it ends. */
async function playIn(program: string, url: string, runs: Run[], listeners: Listeners): Promise<void> {
  const waiting = [...runs]
  while (waiting.length > 0) {
    const { isDead, suspects, output } = await playUntilDeath(program, url, waiting, listeners)
    if (isDead) await listeners.onDeath(suspects, output)
  }
}

/** Takes runs from `waiting`. Resolves when the process ends, by itself or after the last outcome. */
async function playUntilDeath(
  program: string,
  url: string,
  waiting: Run[],
  listeners: Listeners,
): Promise<{ isDead: boolean; suspects: Run[]; output: string }> {
  const child = fork(program, [url, String(OPEN_FOR + 100)], {
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text
    })
  }
  const started = new Map<string, { run: Run; timer: NodeJS.Timeout }>()
  const finished: { run: Run; time: number }[] = []
  let isStopped = false
  const keyOf = ({ integration, number }: Run) => `${integration} ${number}`

  const sendNext = () => {
    while (started.size < CONCURRENCY) {
      const run = waiting.shift()
      if (!run) break
      const timer = setTimeout(() => {
        started.delete(keyOf(run))
        listeners.onHang?.(run)
        sendNext()
      }, listeners.limit)
      started.set(keyOf(run), { run, timer })
      child.send(run)
    }
    if (started.size > 0 || isStopped) return
    isStopped = true
    // Errors of connections that close later belong to these runs.
    setTimeout(() => child.kill(), OPEN_FOR + 100)
  }
  child.on("message", (message: "ready" | (Run & { outcome: Outcome })) => {
    if (message === "ready") return sendNext()
    const entry = started.get(keyOf(message))
    if (!entry) return
    clearTimeout(entry.timer)
    started.delete(keyOf(message))
    finished.push({ run: entry.run, time: Date.now() })
    listeners.onOutcome?.(entry.run, message.outcome)
    sendNext()
  })
  // The process may end between two runs.
  child.on("error", () => {})
  const signal = await new Promise((resolve) => child.on("close", (_, signal) => resolve(signal)))
  const end = Date.now()
  for (const { timer } of started.values()) clearTimeout(timer)
  listeners.onOutput?.(output)
  const recent = finished.filter(({ time }) => end - time < 2 * OPEN_FOR)
  const suspects = [...started.values(), ...recent].map(({ run }) => run)
  return { isDead: !isStopped || signal !== "SIGTERM", suspects, output }
}
