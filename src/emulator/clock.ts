import { BinkError } from "../errors.js"

/** The emulator's time: the caller's, plus what {@link Clock.advance} added. */
export class Clock {
  #offset = 0
  readonly #source: () => number

  constructor(source: () => number = Date.now) {
    this.#source = source
  }

  now(): number {
    return this.#source() + this.#offset
  }

  advance(ms: number): void {
    if (!Number.isFinite(ms) || ms < 0) {
      throw new BinkError(
        "invalid_option",
        "advance() takes a number of milliseconds, 0 or more: time goes forward alone, since codes and tokens that " +
          "expired do not come back. Call reset() to start over.",
      )
    }
    this.#offset += ms
  }

  reset(): void {
    this.#offset = 0
  }
}
