import { getBinkUser } from "../../../api/index.js"
import { BINK_BASE_URL } from "../../../oauth/endpoints.js"
import { PROFILE_FIELDS } from "../../../profile/fields.js"
import { type BinkProfile, PROFILE_FIELD_NAMES } from "../../../profile/profile.js"
import { type Command, describeCommand, type Options, parseArguments, UsageError } from "../../command.js"
import { badge, paint, printable } from "../../terminal.js"

const OPTIONS = {
  json: { type: "boolean", describes: "print the profile as JSON" },
  "base-url": {
    type: "string",
    value: "url",
    describes: `base URL of Bink (default AUTH_BINK_ISSUER, or ${BINK_BASE_URL})`,
  },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "whoami [options]",
    "Shows the profile that the token in BINK_TOKEN belongs to: a personal access token, or the access token of a sign-in.",
    OPTIONS,
    "There is no option for the token: shells keep arguments in their history.",
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const token = process.env.BINK_TOKEN
    if (!token) {
      throw new UsageError(
        "BINK_TOKEN is not set. Create a personal access token at Bink, under Settings, Developer, + Create Token. " +
          "Then run: BINK_TOKEN=bink_… authjs-bink whoami",
      )
    }
    const baseUrl = flags["base-url"] ?? (process.env.AUTH_BINK_ISSUER || BINK_BASE_URL)
    const profile = await getBinkUser(token, { baseUrl })
    console.log(flags.json ? JSON.stringify(profile, null, 2) : describeProfile(profile))
    return 0
  },
}

function describeProfile(profile: BinkProfile): string {
  const title = paint("bold", printable(profile.name ?? profile.username ?? "No name"))
  // The first line shows these two.
  const names = PROFILE_FIELD_NAMES.filter((name) => name !== "name" && name !== "verificationLevel")
  const width = Math.max(...names.map((name) => PROFILE_FIELDS[name].label.length)) + 2
  return [
    `${title}  ${badge(profile.verificationLevel)}`,
    ...names.map((name) => {
      const label = paint("dim", PROFILE_FIELDS[name].label.padEnd(width))
      const value = profile[name]
      return `  ${label}${value === null ? paint("dim", "–") : printable(String(value))}`
    }),
  ].join("\n")
}
