import { errorReference } from "../../../errors.js"
import { type Command, describeCommand, type Options, parseArguments, UsageError } from "../../command.js"
import { type Format, paint, printable } from "../../terminal.js"
import { checkApp } from "./app.js"
import { checkBink } from "./bink.js"
import { checkCallbackUrl } from "./callback-url.js"
import { checkEnvironment } from "./environment.js"
import { admit, type Finding } from "./finding.js"
import { checkTrustHost } from "./trust-host.js"
import { checkVersions } from "./versions.js"

const OPTIONS = {
  url: { type: "string", value: "url", describes: "where your app runs, to look at it from outside as well" },
  json: { type: "boolean", describes: "print the findings as JSON" },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "doctor [options]",
    "Finds what keeps sign-in from working in the app of this folder, and says what to do about it. Signs nobody in, and\n" +
      "prints no secret. Ends with 1 where there is an error, so that it fits a CI.",
    OPTIONS,
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const patient = admit(process.cwd(), parseUrl(flags.url))
    const findings = [
      ...checkVersions(patient),
      ...checkEnvironment(patient),
      ...checkCallbackUrl(patient),
      ...checkTrustHost(patient),
      ...(await Promise.all([checkBink(patient), checkApp(patient)])).flat(),
    ]
    const ok = !findings.some(({ status }) => status === "error")
    console.log(flags.json ? toJson(ok, findings) : describe(findings))
    return ok ? 0 : 1
  },
}

function parseUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username) return url
  throw new UsageError("--url takes the address of your app, such as http://localhost:3000.")
}

function toJson(ok: boolean, findings: Finding[]): string {
  return JSON.stringify({ ok, findings }, (key, value) => (key === "see" ? errorReference(value) : value), 2)
}

const MARKS: Record<Finding["status"], { glyph: string; format: Format }> = {
  ok: { glyph: "✔", format: "green" },
  warning: { glyph: "▲", format: "yellow" },
  error: { glyph: "✖", format: "red" },
  unknown: { glyph: "?", format: "cyan" },
}

function describe(findings: Finding[]): string {
  const lines = findings.flatMap(({ status, says, fix, see }) => {
    const { glyph, format } = MARKS[status]
    return [
      `${paint(format, glyph)} ${printable(says)}`,
      ...(fix ? [paint("dim", `  → ${printable(fix)}`)] : []),
      ...(see ? [paint("dim", `    See ${errorReference(see)}`)] : []),
    ]
  })
  const count = (wanted: Finding["status"]) => findings.filter(({ status }) => status === wanted).length
  const [errors, warnings] = [count("error"), count("warning")]
  const summary =
    errors + warnings === 0
      ? paint("green", "Nothing stands in the way.")
      : `${plural(errors, "error")}, ${plural(warnings, "warning")}.`
  return [...lines, "", summary].join("\n")
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`
