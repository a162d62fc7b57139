import { BinkError } from "../errors.js"
import { parseWebUrl } from "../profile/web-url.js"
import type { EmulatorState, SharedState } from "./context.js"
import { Faults } from "./faults/faults.js"
import { RequestLog } from "./http/request-log.js"
import type { BinkEmulator, BinkEmulatorOptions } from "./options.js"
import { basePathOf, route } from "./router.js"
import { createSeed, type Seed } from "./seed.js"
import { Clock, Store, TokenGenerator } from "./state.js"
import { updateUser } from "./users.js"

/**
 * Creates an emulator of Bink for development and tests: the three endpoints, the login and consent pages, test users
 * and faults. Everything that a test can change in code can also be changed over HTTP under `/_bink`, which shows an
 * inspector in a browser.
 *
 * @param options Users, clients and behaviour.
 * @returns The emulator. It listens on no port until `listen` is called.
 * @throws BinkError `invalid_seed`, `invalid_option`
 *
 * @example
 * const bink = createBinkEmulator()
 * const { url, close } = await bink.listen({ port: 2465 })
 * // AUTH_BINK_ISSUER=http://127.0.0.1:2465 AUTH_BINK_ID=demo-client AUTH_BINK_SECRET=demo-secret
 * @see RFC 6749 §4.1, RFC 7636, RFC 6750 §2.1, RFC 9700
 */
export function createBinkEmulator(options: BinkEmulatorOptions = {}): BinkEmulator {
  const emulator = createState(options)
  const allowedHosts = parseAllowedHosts(options)
  let hasWarned = false
  function warnInProduction(): void {
    if (!hasWarned && isProduction()) console.warn(PRODUCTION_WARNING)
    hasWarned = true
  }
  return {
    async fetch(input, init) {
      warnInProduction()
      // Frameworks pass a context as the second argument, and Next.js passes a proxy that `new Request` rejects.
      const request = typeof input === "string" || input instanceof URL ? new Request(input, init) : input
      return route(emulator, request, basePathOf(new URL(request.url).pathname))
    },
    async listen({ port, host }) {
      // Imported here, because everything else also runs without Node.js.
      const { serve } = await import("./http/server.js")
      const server = await serve((request) => route(emulator, request, ""), { port, host, allowedHosts })
      warnInProduction()
      return server
    },
    faults: emulator.faults,
    requests: () => emulator.requestLog.list(),
    updateUser: (id, changes) => updateUser(emulator, id, changes),
    advance: (ms) => emulator.clock.advance(ms),
    reset: () => emulator.reset(),
  }
}

function createState(options: BinkEmulatorOptions): EmulatorState {
  const { state = "echo", pkce = "optional", onRequest } = options
  const { clientAuthentication = "body", unknownParameters = "ignore" } = options
  checkChoice("state", state, ["echo", "drop"])
  checkChoice("pkce", pkce, ["optional", "ignore", "require"])
  checkChoice("clientAuthentication", clientAuthentication, ["body", "ignore-header", "any"])
  checkChoice("unknownParameters", unknownParameters, ["ignore", "refuse"])
  const publicUrl = options.publicUrl === undefined ? undefined : parsePublicUrl(options.publicUrl)
  const seed = createSeed(options)
  const shared = sharedState(options)
  addSeedTokens(seed, shared)
  return {
    ...shared,
    seed,
    options: { state, pkce, clientAuthentication, unknownParameters, publicUrl, onRequest },
    reset() {
      shared.clock.reset()
      shared.tokenGenerator.reset()
      shared.store.clear()
      shared.faults.clear()
      shared.requestLog.clear()
      addSeedTokens(seed, shared)
    },
  }
}

function parsePublicUrl(publicUrl: string): string {
  const url = parseWebUrl(publicUrl)
  if (url && url.origin + url.pathname === url.href) return url.href.replace(/\/+$/, "")
  throw new BinkError(
    "invalid_option",
    "Invalid option publicUrl: it must be an absolute http(s) URL without a query, a fragment or credentials.",
  )
}

/** Returns host names in lower case, without ports. */
function parseAllowedHosts({ allowedHosts = [], publicUrl }: BinkEmulatorOptions): string[] {
  const urls = (Array.isArray(allowedHosts) ? allowedHosts : [""]).map((host) =>
    parseWebUrl(`http://${host}`),
  )
  if (urls.some((url) => url?.pathname !== "/" || url.search || url.username)) {
    throw new BinkError(
      "invalid_option",
      'Invalid option allowedHosts: it must be a list of host names, such as "bink.internal".',
    )
  }
  return [...urls, parseWebUrl(publicUrl)].flatMap((url) => (url ? [url.hostname] : []))
}

/** Edge runtimes may have no `process`. */
function isProduction(): boolean {
  const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } }
  return process?.env?.NODE_ENV === "production"
}

const PRODUCTION_WARNING =
  "[authjs-bink] The Bink emulator runs with NODE_ENV=production. Every visitor can sign in as any user. " +
  "Remove it from public deployments."

/** In the global symbol registry, because a hot reload evaluates this module again. */
const SHARED = Symbol.for("authjs-bink.emulator")

/** Returns the state of the emulators with this `key`, or a new state. */
function sharedState({ key, now, random }: BinkEmulatorOptions): SharedState {
  const create = (): SharedState => ({
    clock: new Clock(now),
    tokenGenerator: new TokenGenerator(random),
    store: new Store(),
    faults: new Faults(),
    requestLog: new RequestLog(),
  })
  if (key === undefined) return create()
  const holder = globalThis as { [SHARED]?: Map<string, SharedState> }
  holder[SHARED] ??= new Map()
  const shared = holder[SHARED].get(key) ?? create()
  holder[SHARED].set(key, shared)
  return shared
}

function addSeedTokens(seed: Seed, { store, tokenGenerator, clock }: SharedState): void {
  for (const [token, userId] of seed.tokens) {
    if (store.personalAccessTokens.has(token)) continue
    store.personalAccessTokens.set(token, {
      id: tokenGenerator.generate(8),
      userId,
      name: "From the seed",
      createdAt: clock.now(),
    })
  }
}

function checkChoice(option: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return
  throw new BinkError(
    "invalid_option",
    `Invalid option ${option}: it must be ${choices.map((choice) => `"${choice}"`).join(" or ")}.`,
  )
}
