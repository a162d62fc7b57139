const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

/**
 * Makes codes, tokens and ids. They hold letters and digits alone, so that no OAuth token is ever taken for a
 * personal access token (`bink_…`), and end in a number of their own: a `random` that repeats itself, as a test's
 * may, still never makes two alike.
 */
export class Mint {
  #made = 0
  readonly #random: () => number

  constructor(random: () => number = cryptographic) {
    this.#random = random
  }

  make(length = 32): string {
    let text = ""
    for (let i = 0; i < length; i++) text += ALPHABET[Math.floor(this.#random() * ALPHABET.length)] ?? "0"
    return text + (this.#made++).toString(36)
  }

  reset(): void {
    this.#made = 0
  }
}

function cryptographic(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] as number) / 2 ** 32
}
