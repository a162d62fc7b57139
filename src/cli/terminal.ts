import { styleText } from "node:util"

/** A colour or weight that terminals know. */
export type Format = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>

/** `text` in colour where standard output is a terminal that shows it; NO_COLOR and FORCE_COLOR are honoured. */
export function paint(
  format: Format | Format[],
  text: string,
  stream: NodeJS.WriteStream = process.stdout,
): string {
  // One at a time: given a list, Node 20 colours whatever the stream is.
  return [format].flat().reduce((painted, one) => styleText(one, painted, { stream }), text)
}

/**
 * Text of somebody else's, a name in a profile or a path in a request, safe to print: a control character could
 * move the cursor, retitle the window or hide what follows, and a direction mark reorder the line.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "\u{fffd}")
}
