import { styleText } from "node:util"
import { LEVEL_LABELS, type VerificationLevel } from "../profile/levels.js"

/** A colour or style of `styleText`. */
export type Format = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>

/** Returns the text with a colour or style if the stream is a terminal. Respects `NO_COLOR` and `FORCE_COLOR`. */
export function paint(
  format: Format | Format[],
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  // One format at a time: with a list, Node 20 ignores the stream.
  return [format].flat().reduce((painted, one) => styleText(one, painted, { stream }), text)
}

/**
 * Replaces control characters and direction marks in external text, such as names and request paths. They could move
 * the cursor, change the window title or reorder the line.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "\u{fffd}")
}

const BADGES: Record<VerificationLevel, { glyph: string; format: Format }> = {
  0: { glyph: "○", format: "dim" },
  1: { glyph: "✔", format: "blueBright" },
  2: { glyph: "★", format: "yellowBright" },
}

/** Returns the badge of a verification level: glyph, label and colour. */
export function badge(level: VerificationLevel): string {
  const { glyph, format } = BADGES[level]
  return paint(format, `${glyph} ${LEVEL_LABELS[level]}`)
}
