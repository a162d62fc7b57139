import { setTimeout as sleep } from "node:timers/promises"
import { inspect } from "node:util"
import Bink, { type BinkOptions, withBink } from "authjs-bink"
import { type AppConfig, listenAsApp, optionsFor, type Version } from "../../helpers/auth-apps.ts"
import { type BinkServer, PROFILE, SECRETS } from "../../helpers/bink-server.ts"
import { createHttpBrowser, type HttpBrowser, type Page } from "../../helpers/http-browser.ts"
import { createMemoryAdapter } from "../../helpers/memory-adapter.ts"
import type { Fault, Outcome } from "./fault.ts"

/** How an app is set up. */
export interface Setup {
  version: Version
  hasDatabase: boolean
  /** Auth.js logs to the console. Otherwise the app has a logger that prints errors in full depth. */
  usesDefaultLogger: boolean
  usesWithBink: boolean
}

/** How a sign-in with a fault ended. */
export interface Result {
  /** `"hangs"`: no page within the time limit. A URL path: a page that reports no error. */
  outcome: Outcome | "hangs" | `/${string}`
  /** Error code of the sign-in page. */
  error?: string
  /** What must not happen, whatever the outcome. */
  flaws: string[]
}

/** Signs in with a fault. */
export async function signInWithFault(
  fault: Fault,
  setup: Setup,
  bink: BinkServer,
  createProvider: (options: BinkOptions) => AppConfig["providers"][number],
): Promise<Result> {
  bink.setResponses(fault.responses ?? {})
  const database = createMemoryAdapter()
  if (fault.needsDatabase) {
    const { id } = await database.adapter.createUser({ email: "taken@example.com", emailVerified: null })
    await database.adapter.linkAccount({
      userId: id,
      provider: "other",
      providerAccountId: "1",
      type: "oauth",
    })
  }
  const rowsBefore = countRows(database)
  const accounts: Record<string, unknown>[] = []
  const console = captureConsole()
  const config: AppConfig = {
    providers: [
      createProvider({
        ...optionsFor(bink),
        // The default timeout for all other faults, because a busy machine may be slow.
        ...(fault.neverEnds && { timeout: 150 }),
        ...fault.options,
      }),
    ],
    ...(setup.hasDatabase && { adapter: database.adapter }),
    ...(setup.usesDefaultLogger && { logger: undefined }),
    events: { signIn: ({ account }: { account: Record<string, unknown> }) => void accounts.push(account) },
  }
  const app = await listenAsApp(setup.version, setup.usesWithBink ? withBink(config) : config)
  const browser = createHttpBrowser()
  try {
    const act = fault.act ?? (({ app, browser }) => browser.signIn(app.url))
    // Bink ends every request. Of a provider without a timeout, only a fault that never ends takes this long.
    const timeLimit = fault.neverEnds && createProvider !== Bink ? 2_000 : 15_000
    const page = await withTimeLimit(act({ app, bink, browser }), timeLimit)
    if (!page) return { outcome: "hangs", flaws: [] }

    const session = await browser.session(app.url)
    const [account] = accounts
    const { outcome, error } = classify(page, app.url, bink.url)
    const log = [...app.log, ...console.lines].join("\n")
    const expectsSession = outcome === "signed in" || fault.keepsSession
    const newRows = countRows(database) - rowsBefore
    const flaws = {
      "with a session": Boolean(session?.user) && !expectsSession,
      "without a session": !session?.user && expectsSession,
      "wrong account id":
        outcome === "signed in" && account?.providerAccountId !== (fault.accountId ?? PROFILE.id),
      "unexpected rows in the database": setup.hasDatabase && newRows !== (expectsSession ? 2 : 0),
      "code or state in the URL": page.urls.some(
        (url) => isErrorUrl(url) && /[?&](code|state)=/.test(url.search),
      ),
      "secret in the log": secretsOf(browser, bink, fault, setup).some((secret) => log.includes(secret)),
      "nothing in the log": outcome === "error page" && log === "",
      "credentials sent to another URL": bink.requests.some(
        ({ endpoint, headers, params }) =>
          endpoint === "other" && (headers.authorization || params.has("client_secret")),
      ),
      '"undefined" sent as the client id': bink.requests.some(
        ({ params }) => params.get("client_id") === "undefined",
      ),
    }
    const found = Object.entries(flaws).filter(([, isFound]) => isFound)
    return { outcome, ...(error && { error }), flaws: found.map(([flaw]) => flaw) }
  } finally {
    console.restore()
    bink.setResponses({})
    await app.close()
  }
}

/** Returns a result in one line, such as "sign-in page `Callback`, secret in the log". */
export function formatResult({ outcome, error, flaws }: Result): string {
  return [error ? `${outcome} \`${error}\`` : outcome, ...flaws].join(", ")
}

function classify({ url, status, text }: Page, app: string, bink: string): Omit<Result, "flaws"> {
  const error = url.searchParams.get("error")
  if (url.origin === bink) return { outcome: "stays on Bink" }
  if (url.href === `${app}/`) return { outcome: "signed in" }
  if (url.pathname === "/api/auth/error" && error === "Configuration") return { outcome: "error page" }
  if (url.pathname === "/api/auth/signin" && error === "OAuthAccountNotLinked") {
    return { outcome: "account not linked" }
  }
  if (url.pathname === "/api/auth/signin" && error) return { outcome: "sign-in page", error }
  return { outcome: `/${url.pathname.slice(1)} (HTTP ${status}${text ? "" : ", empty"})` }
}

const isErrorUrl = (url: URL) => /\/(error|signin)$/.test(url.pathname)

/** Returns everything that no log may contain: constant secrets, cookies, PKCE verifiers, states and codes. */
function secretsOf(browser: HttpBrowser, bink: BinkServer, fault: Fault, setup: Setup): string[] {
  const { code, ...secrets } = SECRETS
  const sent = (name: string) => bink.requests.flatMap(({ params }) => params.get(name) ?? [])
  // Auth.js 5 checks the callback itself. Its errors name the expected state, and have the code in a property.
  const isQuoted = fault.isQuotedByAuthJs && setup.version !== "next-auth 4"
  return [
    ...Object.values(secrets),
    ...browser.cookieValues,
    ...sent("code_verifier"),
    ...(isQuoted ? [] : sent("state")),
    ...(isQuoted && !setup.usesDefaultLogger ? [] : [code]),
  ]
}

function countRows({ tables }: ReturnType<typeof createMemoryAdapter>): number {
  return tables.users.length + tables.accounts.length
}

function withTimeLimit(page: Promise<Page>, milliseconds: number): Promise<Page | undefined> {
  const timer = new AbortController()
  const limit = sleep(milliseconds, undefined, { signal: timer.signal })
  return Promise.race([page, limit]).finally(() => timer.abort())
}

/** Replaces the console and keeps the lines that it would print. */
function captureConsole() {
  const lines: string[] = []
  const originals = (["log", "info", "warn", "error", "debug"] as const).map((level) => {
    const original = console[level]
    console[level] = (...args) =>
      void lines.push(args.map((arg) => (typeof arg === "string" ? arg : inspect(arg))).join(" "))
    return [level, original] as const
  })
  return {
    lines,
    restore() {
      for (const [level, original] of originals) console[level] = original
    },
  }
}
