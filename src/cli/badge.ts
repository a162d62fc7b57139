import type { VerificationLevel } from "../profile/levels.js"
import { type Format, paint } from "./terminal.js"

const BADGES: Record<VerificationLevel, { glyph: string; words: string; format: Format }> = {
  0: { glyph: "○", words: "not verified", format: "dim" },
  1: { glyph: "✔", words: "passkey-verified", format: "blueBright" },
  2: { glyph: "★", words: "trusted", format: "yellowBright" },
}

/** A verification level for the terminal: a glyph and a colour of its own, and words for those who see neither. */
export function badge(level: VerificationLevel): string {
  const { glyph, words, format } = BADGES[level]
  return paint(format, `${glyph} ${words}`)
}
