import { BinkError } from "../errors.js"
import { Clock } from "./clock.js"
import type { Emulation } from "./emulation.js"
import { Faults } from "./faults.js"
import { Journal } from "./journal.js"
import { Mint } from "./mint.js"
import type { BinkEmulator, BinkEmulatorOptions } from "./options.js"
import { mountOf, route } from "./router.js"
import { plantSeed } from "./seed.js"
import { Store } from "./store.js"

/**
 * Makes a Bink for your own machine: its three endpoints as Bink documents them, its login page and its consent
 * screen, people to sign in as, and faults on demand.
 *
 * @throws BinkError `invalid_seed`, `invalid_option`
 * @example
 * const bink = createBinkEmulator()
 * const { url, close } = await bink.listen({ port: 4400 })
 * // AUTH_BINK_ISSUER=http://127.0.0.1:4400 AUTH_BINK_ID=demo-client AUTH_BINK_SECRET=demo-secret
 */
export function createBinkEmulator(options: BinkEmulatorOptions = {}): BinkEmulator {
  const bink = createEmulation(options)
  return {
    fetch: (request) => route(bink, request, mountOf(new URL(request.url).pathname)),
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
  const { state = "echo", pkce = "optional", now, random } = options
  oneOf("state", state, ["echo", "drop"])
  oneOf("pkce", pkce, ["optional", "ignore", "require"])
  const seed = plantSeed(options)
  const emulation: Emulation = {
    seed,
    state,
    pkce,
    clock: new Clock(now),
    mint: new Mint(random),
    store: new Store(),
    faults: new Faults(),
    journal: new Journal(),
    consent: (personId) => seed.consent.get(personId) ?? "ask",
    signedInAs: () => seed.signedInAs,
    onRequest: options.onRequest,
    reset() {
      for (const part of [this.clock, this.mint, this.store, this.faults, this.journal]) {
        "reset" in part ? part.reset() : part.clear()
      }
      plant(this)
    },
  }
  plant(emulation)
  return emulation
}

function plant({ seed, store, mint, clock }: Emulation): void {
  for (const [token, personId] of seed.tokens) {
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
