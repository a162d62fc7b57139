import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { type Command, describeCommand, type Options, parseArguments, UsageError } from "../../command.js"
import { type Format, paint, printable } from "../../terminal.js"
import { checkAddress } from "./address.js"
import { checkApp } from "./app.js"
import { checkBink } from "./bink.js"
import { readContext } from "./context.js"
import { checkEnvironment } from "./environment.js"
import type { Finding } from "./finding.js"
import { checkSetup } from "./setup.js"
import { checkVersions } from "./versions.js"

const OPTIONS = {
  cwd: { type: "string", value: "directory", describes: "directory of the app (default: the current one)" },
  url: { type: "string", value: "url", describes: "address of the running app, to check it too" },
  json: { type: "boolean", describes: "print the findings as JSON" },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "doctor [options]",
    "Finds what prevents sign-in from working in an app, with the fix for each finding. Signs in no user, and prints no\n" +
      "secret. Exits with 1 if there is an error.",
    OPTIONS,
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const root = resolve(flags.cwd ?? ".")
    if (!existsSync(root)) throw new UsageError(`--cwd: there is no directory ${root}.`)
    const context = readContext(root, parseUrl(flags.url))
    const findings = [
      ...checkVersions(context),
      ...checkSetup(context),
      ...checkEnvironment(context),
      ...checkAddress(context),
      ...(await Promise.all([checkBink(context), checkApp(context)])).flat(),
    ]
    const ok = !findings.some(({ level }) => level === "error")
    console.log(flags.json ? JSON.stringify({ ok, findings }, null, 2) : describe(findings))
    return ok ? 0 : 1
  },
}

function parseUrl(text: string | undefined): URL | undefined {
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && !url.username) return url
  throw new UsageError("--url takes the address of your app, such as http://localhost:3000.")
}

const MARKS: Record<Finding["level"], { glyph: string; format: Format }> = {
  ok: { glyph: "✔", format: "green" },
  warning: { glyph: "▲", format: "yellow" },
  error: { glyph: "✖", format: "red" },
  unknown: { glyph: "?", format: "cyan" },
}

function describe(findings: Finding[]): string {
  const lines = findings.flatMap(({ level, message, fix }) => {
    const { glyph, format } = MARKS[level]
    return [
      `${paint(format, glyph)} ${printable(message)}`,
      ...(fix ? [paint("dim", `  → ${printable(fix)}`)] : []),
    ]
  })
  const count = (level: Finding["level"]) => findings.filter((finding) => finding.level === level).length
  const [errors, warnings] = [count("error"), count("warning")]
  const summary =
    errors + warnings === 0
      ? paint("green", "No problems found.")
      : `${plural(errors, "error")}, ${plural(warnings, "warning")}.`
  return [...lines, "", summary].join("\n")
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`
