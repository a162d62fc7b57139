import { existsSync } from "node:fs"
import { resolve } from "node:path"
import { createInterface } from "node:readline/promises"
import { DEFAULT_CLIENT } from "../../../emulator/defaults.js"
import {
  type Command,
  describeCommand,
  Failure,
  type Options,
  parseArguments,
  UsageError,
} from "../../command.js"
import { executeCommand, scriptCommand } from "../../project/package-manager.js"
import { type Project, readProject } from "../../project/project.js"
import { paint, printable } from "../../terminal.js"
import { readContext } from "../doctor/context.js"
import { checkSetup } from "../doctor/setup.js"
import { renderDiff } from "./diff.js"
import { findFormatter } from "./formatter.js"
import type { ManualStep } from "./manual-steps.js"
import { commandIn, runInstall } from "./packages.js"
import { type Plan, planInit } from "./plan.js"
import { findNewTypeErrors } from "./type-check.js"
import { checkWritable, writeFiles } from "./writer.js"

const OPTIONS = {
  cwd: { type: "string", value: "directory", describes: "directory of the app (default: the current one)" },
  config: { type: "string", value: "file", describes: "file of the auth config, if init does not find it" },
  yes: { type: "boolean", describes: "write without asking" },
  "dry-run": { type: "boolean", describes: "show the changes without writing" },
  "no-install": { type: "boolean", describes: "print the install command without running it" },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "init [options]",
    "Adds Sign in with Bink to a Next.js app: the provider in the auth config, the route, environment variables with a new\n" +
      "secret, and a sign-in page. Shows each change and asks before it writes. Existing values and pages stay.",
    OPTIONS,
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const root = resolve(flags.cwd ?? ".")
    if (!existsSync(root)) throw new UsageError(`--cwd: there is no directory ${root}.`)
    if (flags.config && !existsSync(resolve(root, flags.config))) {
      throw new UsageError(`--config: there is no file ${resolve(root, flags.config)}.`)
    }
    const project = readProject(root, flags.config)
    await confirmSecondAuthSystem(project, flags)
    const plan = planInit(project)
    showPlan(project, plan, flags["no-install"] ?? false)
    checkWritable(root, plan.changes)

    const installs = flags["no-install"] ? [] : plan.installs
    const hasWork = plan.changes.length > 0 || installs.length > 0
    let errors: string[] | undefined
    if (hasWork && !flags["dry-run"]) {
      if (!flags.yes && !(await confirm("\nWrite these changes? [Y/n] ", true)))
        throw new Failure("Nothing was changed.")
      for (const install of installs) runInstall(project, install)
      const write = () => writeFormatted(project, plan)
      let types: string[] = []
      if (flags["no-install"]) write()
      else types = findNewTypeErrors(project, write)
      errors = [...(plan.manual.length > 0 ? [] : findSetupErrors(root)), ...types]
    }
    if (flags["dry-run"]) console.log("\nDry run: nothing was changed.")
    showResult(project, plan, {
      isDryRun: flags["dry-run"] ?? false,
      printInstalls: flags["no-install"] ?? false,
      errors,
    })
    return plan.manual.length > 0 || (errors?.length ?? 0) > 0 ? 1 : 0
  },
}

/** `--yes` accepts the changes, and not a second way to sign in. */
async function confirmSecondAuthSystem(
  { authSystem }: Project,
  flags: { yes?: boolean; "dry-run"?: boolean },
): Promise<void> {
  if (!authSystem || authSystem.name === "Better Auth") return
  const found = `This app signs users in with ${authSystem.name} (${printable(authSystem.evidence)}), not with Auth.js.`
  const canAsk = process.stdin.isTTY && !flags.yes && !flags["dry-run"]
  if (canAsk && (await confirm(`${found}\nAdd next-auth as a second auth system? [y/N] `, false))) return
  throw new Failure(
    `${found} Nothing was changed.\n` +
      "init adds a second auth system only if you agree to the question, which it asks in a terminal without --yes.\n" +
      "To add Bink to your own sign-in, use the OAuth client of authjs-bink/oauth.",
  )
}

async function confirm(question: string, isDefault: boolean): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Failure(
      "Nothing was changed: init cannot ask without a terminal. Add --yes to write the changes.",
    )
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // Ctrl-C and Ctrl-D mean no.
  const closed = new Promise<string>((done) => terminal.once("close", () => done("no\n")))
  const answer = await Promise.race([terminal.question(question), closed])
  // The line of the question is still open.
  if (answer.endsWith("\n")) console.log()
  terminal.close()
  return answer.trim() === "" ? isDefault : /^(y|yes)$/i.test(answer.trim())
}

/** Reads the changed files as doctor does, so that init never reports success for code that cannot work. */
function findSetupErrors(root: string): string[] {
  return checkSetup(readContext(root, undefined)).flatMap(({ level, message, fix }) =>
    level === "error" ? [`${message} ${fix}`] : [],
  )
}

/** Formats new files, and edited files that were formatted before. */
function writeFormatted(project: Project, { changes }: Plan): void {
  const { root } = project
  const sources = changes.filter(({ path }) => /\.[cm]?[jt]sx?$/.test(path))
  const formatter = sources.length > 0 ? findFormatter(project) : undefined
  const files = formatter
    ? sources.filter(({ path, before }) => before === null || formatter.accepts(path)).map(({ path }) => path)
    : []
  writeFiles(root, changes)
  if (files.length > 0) formatter?.format(files)
}

function showPlan(project: Project, plan: Plan, printsInstalls: boolean): void {
  const { nextAuth, routers, typescript } = project
  const framework = plan.framework === "better-auth" ? "Better Auth" : `next-auth ${nextAuth}`
  const router = /^(src\/)?pages$/.test(routers.pageDirectory) ? "pages router" : "app router"
  const source = routers.base ? ", src directory" : ""
  console.log(`Next.js with ${framework} (${router}${source}, ${typescript ? "TypeScript" : "JavaScript"})`)
  for (const change of plan.changes) console.log(`\n${renderDiff(change)}`)
  if (plan.installs.length > 0 && !printsInstalls) {
    console.log(`\n${paint("bold", "Packages")}`)
    for (const install of plan.installs) console.log(`  ${commandIn(project, install)}`)
  }
  for (const step of plan.manual) showStep(paint(["bold", "yellow"], "By hand:"), step)
}

function showStep(label: string, { path, reason, code }: ManualStep): void {
  console.log(`\n${label} ${printable(path)} ${printable(reason)}\n`)
  for (const line of code.split("\n")) console.log(`  ${printable(line)}`.trimEnd())
}

function showResult(
  project: Project,
  plan: Plan,
  {
    isDryRun,
    printInstalls,
    errors,
  }: { isDryRun: boolean; printInstalls: boolean; errors: string[] | undefined },
): void {
  const { packageManager, devServer } = project
  const again = executeCommand(packageManager, "authjs-bink init")
  if (plan.manual.length > 0) {
    console.log(`\nAfter these changes, run ${again} again.`)
    if (plan.changes.length === 0) return
  }
  for (const error of errors ?? []) console.log(paint("red", printable(error)))
  if (errors && errors.length > 0)
    console.log("\nThese errors are left in the code of the app. Correct them before you start it.")
  for (const step of plan.steps) showStep(paint("bold", "One step is left:"), step)
  console.log(`\n${headline(plan, isDryRun, errors)}\n`)
  if (printInstalls) for (const install of plan.installs) console.log(`  ${commandIn(project, install)}`)
  const { callbackUrl } = plan.addresses
  if (plan.environment.usesEmulator) {
    const isDefault = DEFAULT_CLIENT.redirectUris.includes(callbackUrl)
    console.log(
      `  ${executeCommand(packageManager, "authjs-bink emulator")}${isDefault ? "" : ` --redirect-uri ${printable(callbackUrl)}`}`,
    )
  }
  const start = devServer.script
    ? scriptCommand(packageManager, devServer.script)
    : executeCommand(packageManager, "next dev")
  console.log(`  ${start}${plan.signInUrl ? `   then open ${printable(plan.signInUrl)}` : ""}`)
  for (const name of plan.environment.missing)
    console.log(`\n${name} is not set. Add it to .env.local: dev@binatomy.com issues it.`)
  for (const note of plan.notes) console.log(`\n${printable(note)}`)
  console.log(`\nFor bink.link, register this callback URL with dev@binatomy.com: ${printable(callbackUrl)}`)
}

function headline(plan: Plan, isDryRun: boolean, errors: string[] | undefined): string {
  if (isDryRun) return "After init, run:"
  if (plan.manual.length > 0 || (errors?.length ?? 0) > 0 || plan.environment.missing.length > 0)
    return "Then run:"
  if (plan.steps.length > 0) return "After this step, run:"
  if (plan.changes.length > 0) return `${paint("green", "Done.")} Now run:`
  return `${paint("green", "Everything is there already.")} Now run:`
}
