import { getBinkUser } from "../../api/index.js"
import { BINK_BASE_URL } from "../../oauth/endpoints.js"
import type { BinkProfile } from "../../profile/profile.js"
import { type Options, parseArguments } from "../arguments.js"
import { badge } from "../badge.js"
import { type Command, describeCommand } from "../command.js"
import { UsageError } from "../failure.js"
import { paint, printable } from "../terminal.js"

const OPTIONS = {
  json: { type: "boolean", describes: "print the profile as JSON" },
  "base-url": {
    type: "string",
    value: "url",
    describes: `where Bink lives (default AUTH_BINK_ISSUER, else ${BINK_BASE_URL})`,
  },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "whoami [options]",
    "Shows the profile behind the token in BINK_TOKEN: a personal access token, or one from a sign-in.",
    OPTIONS,
    "The token is read from the environment alone, since arguments end up in the shell's history.",
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const token = process.env.BINK_TOKEN
    if (!token) {
      throw new UsageError(
        "BINK_TOKEN is not set, so there is nobody to ask for. Make a token at Bink, under Settings, in the Developer " +
          "section at the bottom: + Create Token. Then: BINK_TOKEN=bink_… authjs-bink whoami",
      )
    }
    const baseUrl = flags["base-url"] ?? (process.env.AUTH_BINK_ISSUER || BINK_BASE_URL)
    const profile = await getBinkUser(token, { baseUrl })
    console.log(flags.json ? JSON.stringify(profile, null, 2) : describe(profile))
    return 0
  },
}

function describe({ id, name, email, username, avatar, plan, verificationLevel }: BinkProfile): string {
  const title = paint("bold", printable(name ?? username ?? "Somebody without a name"))
  const rows = { username, email, plan, avatar, id }
  return [
    `${title}  ${badge(verificationLevel)}`,
    ...Object.entries(rows).map(
      ([label, value]) =>
        `  ${paint("dim", label.padEnd(10))}${value === null ? paint("dim", "–") : printable(value)}`,
    ),
  ].join("\n")
}
