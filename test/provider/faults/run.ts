import { setTimeout as sleep } from "node:timers/promises"
import { inspect } from "node:util"
import { type BinkOptions, withBink } from "authjs-bink"
import { APPS, type AppConfig } from "../apps.ts"
import { type BinkServer, PROFILE, SECRETS } from "../bink-server.ts"
import { type Browser, createBrowser, type Place } from "../browser.ts"
import { createMemoryAdapter } from "../memory-adapter.ts"
import type { Fault } from "./fault.ts"

/** How an app is set up for a run. */
export interface Setup {
  app: keyof typeof APPS
  hasDatabase: boolean
  /** Whether Auth.js logs by itself, to the console, or to a logger that looks into every error. */
  hasOwnLogger: boolean
  /** Whether the config goes through `withBink`, which composes a logger and callbacks of its own. */
  hasWithBink: boolean
}

/**
 * Plays a fault, and says in a line how it came out: a letter, the error code that the person sees where v4 has
 * several, and every flaw found.
 */
export async function play(
  fault: Fault,
  setup: Setup,
  bink: BinkServer,
  makeProvider: (options: BinkOptions) => AppConfig["providers"][number],
): Promise<string> {
  bink.misbehave(fault.bink ?? {})
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
  const before = { ...count(database) }
  const accounts: Record<string, unknown>[] = []
  const console = captureConsole()
  const config: AppConfig = {
    providers: [
      makeProvider({
        baseUrl: bink.url,
        clientId: "client",
        clientSecret: SECRETS.clientSecret,
        // Little where the time is what is tried; else the default, since a busy machine may be slow to answer well.
        ...(fault.isEndless && { timeout: 150 }),
        ...fault.options,
      }),
    ],
    ...(setup.hasDatabase && { adapter: database.adapter }),
    ...(setup.hasOwnLogger && { logger: undefined }),
    events: { signIn: ({ account }: { account: Record<string, unknown> }) => void accounts.push(account) },
  }
  const app = await APPS[setup.app](setup.hasWithBink ? withBink(config) : config)
  const browser = createBrowser()
  try {
    const act = fault.act ?? (({ app, browser }) => browser.signIn(app.url))
    const place = await withPatience(act({ app, bink, browser }), fault)
    if (!place) return "no end"

    const session = await browser.session(app.url)
    const after = count(database)
    const [account] = accounts
    const outcome = describe(place, app.url, bink.url)
    const log = [...app.log, ...console.lines].join("\n")
    const isSignedIn = outcome === "S" || fault.keepsSession
    const grown = after.users - before.users + (after.accounts - before.accounts)
    const flaws = {
      "signed in": Boolean(session?.user) && !isSignedIn,
      "session lost": !session?.user && isSignedIn,
      "as nobody": outcome === "S" && account?.providerAccountId !== (fault.person ?? PROFILE.id),
      "a ghost in the database": setup.hasDatabase && grown !== (isSignedIn ? 2 : 0),
      "code in the address": place.addresses.some(
        (url) => isError(url) && /[?&](code|state)=/.test(url.search),
      ),
      "a secret in the log": secrets(browser, bink, fault, setup).some((secret) => log.includes(secret)),
      "nothing in the log": outcome === "C" && log === "",
      "the token elsewhere": bink.requests.some(
        ({ endpoint, headers, params }) =>
          endpoint === "elsewhere" && (headers.authorization || params.has("client_secret")),
      ),
      "`undefined` sent": bink.requests.some(({ params }) => params.get("client_id") === "undefined"),
    }
    const found = Object.entries(flaws).filter(([, isFound]) => isFound)
    return [outcome, ...found.map(([flaw]) => flaw)].join(", ")
  } finally {
    console.restore()
    bink.misbehave({})
    await app.close()
  }
}

function describe({ url, status, text }: Place, app: string, bink: string): string {
  const error = url.searchParams.get("error")
  if (url.origin === bink) return "B"
  if (url.href === `${app}/`) return "S"
  if (url.pathname === "/api/auth/error" && error === "Configuration") return "C"
  if (url.pathname === "/api/auth/signin" && error === "OAuthAccountNotLinked") return "L"
  if (url.pathname === "/api/auth/signin" && error) return `P \`${error}\``
  return `stranded at ${url.pathname} (${status}${text ? "" : ", empty"})`
}

const isError = (url: URL) => /\/(error|signin)$/.test(url.pathname)

/** What no log may hold: the secrets of the tests, every cookie, and what was made up for this one sign-in. */
function secrets(browser: Browser, bink: BinkServer, fault: Fault, setup: Setup): string[] {
  const { code, ...secrets } = SECRETS
  const made = (name: string) => bink.requests.flatMap(({ params }) => params.get(name) ?? [])
  // Auth.js 5 throws errors about a callback before it asks a provider anything. They name the state that it waited
  // for, and hold the code, where a logger that digs finds it.
  const isQuoted = fault.isQuotedByAuthjs && setup.app !== "next-auth 4"
  return [
    ...Object.values(secrets),
    ...browser.everyCookie,
    ...made("code_verifier"),
    ...(isQuoted ? [] : made("state")),
    ...(isQuoted && !setup.hasOwnLogger ? [] : [code]),
  ]
}

function count({ tables }: ReturnType<typeof createMemoryAdapter>) {
  return { users: tables.users.length, accounts: tables.accounts.length }
}

function withPatience(place: Promise<Place>, fault: Fault): Promise<Place | undefined> {
  const patience = new AbortController()
  const isOver = sleep(fault.isEndless ? 700 : 15_000, undefined, { signal: patience.signal })
  return Promise.race([place, isOver]).finally(() => patience.abort())
}

/** What a console would show, kept instead of shown. */
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
