import type { EmulatorState } from "./context.js"

/**
 * Returns `true` if a text contains a client secret, a code or a token of this emulator, or any personal access token:
 * also percent-encoded, in base64 or in hexadecimal, up to three times.
 */
export function containsSecret(emulator: EmulatorState, text: string): boolean {
  let texts = [text]
  for (let depth = 0; depth < 3 && texts.length > 0; depth++) {
    if (texts.some((each) => hasPlainSecret(emulator, each))) return true
    texts = texts.flatMap((each) => decodings(each))
  }
  return texts.some((each) => hasPlainSecret(emulator, each))
}

function hasPlainSecret({ seed, store }: EmulatorState, text: string): boolean {
  if (/bink_\w/i.test(text)) return true
  for (const { clientSecret } of seed.clients.values()) {
    // A secret of a few characters is part of many words.
    if (clientSecret.length < 6 ? text === clientSecret : text.includes(clientSecret)) return true
  }
  // Codes and tokens of this emulator are letters and digits.
  return (text.match(/[A-Za-z0-9]{16,}/g) ?? []).some(
    (word) => store.codes.has(word) || store.accessTokens.has(word),
  )
}

/** Returns what a text may encode. */
function decodings(text: string): string[] {
  const found: string[] = []
  if (/%[0-9a-f]{2}/i.test(text)) found.push(decodePercent(text))
  for (const [word] of text.matchAll(/[A-Za-z0-9+/_-]{8,}/g)) {
    found.push(decodeBase64(word))
    if (/^([0-9a-f]{2})+$/i.test(word)) {
      found.push(word.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))))
    }
  }
  return found
}

function decodePercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)))
}

/** Accepts base64 and base64url, with and without padding. */
function decodeBase64(word: string): string {
  const base64 = word.replaceAll("-", "+").replaceAll("_", "/")
  try {
    return atob(base64.slice(0, base64.length - (base64.length % 4 === 1 ? 1 : 0)))
  } catch {
    return ""
  }
}
