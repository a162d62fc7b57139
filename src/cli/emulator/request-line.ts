import type { LoggedRequest } from "../../emulator/index.js"
import { type Format, paint, printable } from "../terminal.js"

/** One request on one line. The emulator has redacted it; here it is made fit for a terminal. */
export function describeRequest({ at, method, path, status, params }: LoggedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8)
  const query = Object.entries(params).map(([name, value]) => `${printable(name)}=${show(name, value)}`)
  return [
    paint("dim", time),
    paint(formatOf(status), String(status ?? "---")),
    printable(method).padEnd(4),
    printable(path),
    paint("dim", query.join(" ")),
  ]
    .join("  ")
    .trimEnd()
}

/** A sealed `state` alone would fill five lines. The inspector has it in full; a redirect URI counts to the letter. */
function show(name: string, value: string): string {
  const isLong = name !== "redirect_uri" && value.length > 24
  return printable(isLong ? `${value.slice(0, 16)}…` : value)
}

function formatOf(status: number | null): Format {
  if (status === null || status >= 500) return "red"
  return status >= 400 ? "yellow" : "green"
}
