import type { BinkClient, LoggedRequest } from "../../../emulator/index.js"
import type { BinkProfile } from "../../../profile/profile.js"
import { badge, type Format, paint, printable } from "../../terminal.js"

/** Returns the text that the command prints at the start: URL, pages, users, callback URLs, environment variables. */
export function describeStart(
  url: string,
  users: readonly BinkProfile[],
  clients: readonly BinkClient[],
): string {
  const [client] = clients
  return [
    `Emulator running at ${paint(["bold", "underline"], url)}`,
    section("Pages", [
      `${url}/_bink     inspector: requests, users, clients, faults, time`,
      `${url}/settings  personal access tokens`,
    ]),
    section(
      "Users",
      users.map(({ id, name, verificationLevel }) => `${printable(name ?? id)}  ${badge(verificationLevel)}`),
    ),
    section("Callback URLs", clients.flatMap(({ redirectUris }) => redirectUris).map(printable)),
    ...(client ? [`${paint("bold", "Add to .env.local")}\n${describeEnvironment(url, client)}`] : []),
    `${paint("dim", "* marks parameters that are not on Bink's developer page. Press Ctrl-C to stop. Requests:")}\n`,
  ].join("\n\n")
}

function section(title: string, lines: string[]): string {
  return [paint("bold", title), ...lines.map((line) => `  ${line}`)].join("\n")
}

/** Without indent and colour, so that users can copy the lines. */
function describeEnvironment(url: string, { clientId, clientSecret }: BinkClient): string {
  const values = { AUTH_BINK_ID: clientId, AUTH_BINK_SECRET: clientSecret, AUTH_BINK_ISSUER: url }
  return Object.entries(values)
    .map(([name, value]) => `${name}=${/^[\w.:/@+-]+$/.test(value) ? value : `'${printable(value)}'`}`)
    .join("\n")
}

/** Returns a line for a request. The emulator has already redacted its secrets. */
export function describeRequest({ at, method, path, status, params, undocumented }: LoggedRequest): string {
  const time = new Date(at).toTimeString().slice(0, 8)
  const query = Object.entries(params).map(
    ([name, value]) => `${printable(name)}${undocumented.includes(name) ? "*" : ""}=${shorten(name, value)}`,
  )
  return [
    paint("dim", time),
    paint(statusFormat(status), String(status ?? "---")),
    printable(method).padEnd(4),
    printable(path),
    paint("dim", query.join(" ")),
  ]
    .join("  ")
    .trimEnd()
}

/** Shortens long values, such as an encrypted `state`. Never a redirect URI, which must match exactly. */
function shorten(name: string, value: string): string {
  const isLong = name !== "redirect_uri" && value.length > 24
  return printable(isLong ? `${value.slice(0, 16)}…` : value)
}

function statusFormat(status: number | null): Format {
  if (status === null || status >= 500) return "red"
  return status >= 400 ? "yellow" : "green"
}
