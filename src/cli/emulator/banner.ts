import type { BinkClient } from "../../emulator/index.js"
import type { BinkProfile } from "../../profile/profile.js"
import { badge } from "../badge.js"
import { paint, printable } from "../terminal.js"

/** What stands above the requests: where it is, who is there, and what to paste into an app. */
export function describeStart(url: string, people: BinkProfile[], clients: readonly BinkClient[]): string {
  const [client] = clients
  return [
    `Bink is running at ${paint(["bold", "underline"], url)}`,
    section("Pages", [
      `${url}/_bink     look inside, and make things go wrong`,
      `${url}/settings  make personal access tokens`,
    ]),
    section(
      "People",
      people.map(
        ({ id, name, verificationLevel }) => `${printable(name ?? id)}  ${badge(verificationLevel)}`,
      ),
    ),
    section("Callback URLs", clients.flatMap(({ redirectUris }) => redirectUris).map(printable)),
    ...(client ? [`${paint("bold", "For .env.local")}\n${describeEnvironment(url, client)}`] : []),
    `${paint("dim", "Ctrl-C stops it. Requests, as they come:")}\n`,
  ].join("\n\n")
}

function section(title: string, lines: string[]): string {
  return [paint("bold", title), ...lines.map((line) => `  ${line}`)].join("\n")
}

/** At the margin and without colour, so that it can be copied as it is. */
function describeEnvironment(url: string, { clientId, clientSecret }: BinkClient): string {
  const values = { AUTH_BINK_ID: clientId, AUTH_BINK_SECRET: clientSecret, AUTH_BINK_ISSUER: url }
  return Object.entries(values)
    .map(([name, value]) => `${name}=${/^[\w.:/@+-]+$/.test(value) ? value : `'${printable(value)}'`}`)
    .join("\n")
}
