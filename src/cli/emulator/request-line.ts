import type { LoggedRequest } from "../../emulator/index.js"
import { type Format, paint, printable } from "../terminal.js"

/** One request on one line. The emulator has redacted it; here it is made fit for a terminal. */
export function describeRequest({ at, method, path, status, params }: LoggedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8)
  const query = Object.entries(params).map(([name, value]) => `${printable(name)}=${printable(value)}`)
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

function formatOf(status: number | null): Format {
  if (status === null || status >= 500) return "red"
  return status >= 400 ? "yellow" : "green"
}
