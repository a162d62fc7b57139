import { BinkError } from "../errors.js"
import { Clock } from "./clock.js"
import type { Emulation, Memory } from "./emulation.js"
import { Faults } from "./faults.js"
import { Journal } from "./journal.js"
import { Mint } from "./mint.js"
import type { BinkEmulator, BinkEmulatorOptions } from "./options.js"
import { mountOf, route } from "./router.js"
import { plantSeed, type Seed } from "./seed.js"
import { Store } from "./store.js"

/**
 * Makes a Bink for your own machine: its three endpoints as Bink documents them, its login page and its consent
 * screen, people to sign in as, and faults on demand.
 *
 * What a test can change in code it can change over HTTP too, in any language, under `/_bink`; people open that in a
 * browser.
 *
 * @throws BinkError `invalid_seed`, `invalid_option`
 * @example
 * const bink = createBinkEmulator()
 * const { url, close } = await bink.listen({ port: 2465 })
 * // AUTH_BINK_ISSUER=http://127.0.0.1:2465 AUTH_BINK_ID=demo-client AUTH_BINK_SECRET=demo-secret
 * @see RFC 6749 §4.1, RFC 7636, RFC 6750 §2.1, RFC 9700
 */
export function createBinkEmulator(options: BinkEmulatorOptions = {}): BinkEmulator {
  const bink = createEmulation(options)
  return {
    async fetch(input, init) {
      // A request is taken as it is: what frameworks hand over beside it is no RequestInit, and Next's is a proxy that
      // no constructor takes.
      const request = typeof input === "string" || input instanceof URL ? new Request(input, init) : input
      return route(bink, request, mountOf(new URL(request.url).pathname))
    },
    async listen({ port, host }) {
      // The one file that needs Node, so that everything else runs wherever there is a Request.
      const { serve } = await import("./serve.js")
      return serve((request) => route(bink, request, ""), port, host)
    },
    faults: bink.faults,
    requests: () => bink.journal.list(),
    advance: (ms) => bink.clock.advance(ms),
    reset: () => bink.reset(),
  }
}

function createEmulation(options: BinkEmulatorOptions): Emulation {
  const { state = "echo", pkce = "optional", onRequest } = options
  oneOf("state", state, ["echo", "drop"])
  oneOf("pkce", pkce, ["optional", "ignore", "require"])
  const seed = plantSeed(options)
  const memory = memoryOf(options)
  plantTokens(seed, memory)
  return {
    ...memory,
    seed,
    state,
    pkce,
    onRequest,
    reset() {
      memory.clock.reset()
      memory.mint.reset()
      memory.store.clear()
      memory.faults.clear()
      memory.journal.clear()
      plantTokens(seed, memory)
    },
  }
}

/** A registered symbol, since a hot reload loads this very file anew. */
const SHARED = Symbol.for("authjs-bink.emulator")

/** What an emulator remembers: its own, or what emulators with the same key share. */
function memoryOf({ key, now, random }: BinkEmulatorOptions): Memory {
  const make = (): Memory => ({
    clock: new Clock(now),
    mint: new Mint(random),
    store: new Store(),
    faults: new Faults(),
    journal: new Journal(),
  })
  if (key === undefined) return make()
  const holder = globalThis as { [SHARED]?: Map<string, Memory> }
  holder[SHARED] ??= new Map()
  const memory = holder[SHARED].get(key) ?? make()
  holder[SHARED].set(key, memory)
  return memory
}

function plantTokens(seed: Seed, { store, mint, clock }: Memory): void {
  for (const [token, personId] of seed.tokens) {
    if (store.personalTokens.has(token)) continue
    store.personalTokens.set(token, {
      id: mint.make(8),
      personId,
      name: "From the seed",
      createdAt: clock.now(),
    })
  }
}

function oneOf(option: string, given: string, allowed: readonly string[]): void {
  if (allowed.includes(given)) return
  throw new BinkError(
    "invalid_option",
    `The emulator's option ${option} must be ${allowed.map((word) => `"${word}"`).join(" or ")}. ` +
      "With anything else it would behave unlike what you mean to test.",
  )
}
