import { spawnSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { createInterface } from "node:readline/promises"
import { errorReference } from "../../../errors.js"
import { type Command, describeCommand, Failure, type Options, parseArguments } from "../../command.js"
import { paint } from "../../terminal.js"
import { renderDiff } from "./diff.js"
import { installCommand } from "./package-manager.js"
import { type Plan, planInit } from "./plan.js"
import { type Project, readProject } from "./project.js"

const OPTIONS = {
  yes: { type: "boolean", describes: "do it without asking" },
  "dry-run": { type: "boolean", describes: "show what would be done, and do nothing" },
  "no-install": { type: "boolean", describes: "leave the packages to you, and print the command" },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "init [options]",
    "Adds Sign in with Bink to the Next.js app in this folder: the auth config, its route, the environment with a fresh\n" +
      "secret, a sign-in page. Shows every change and asks first. What is there stays; what is not plain is left to you.",
    OPTIONS,
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const project = readProject(process.cwd())
    const plan = planInit(project)
    const install = project.missing.length > 0 ? installCommand(project.packageManager, project.missing) : []

    showPlan(project, plan, flags["no-install"] ? [] : install)
    const hasWork = plan.changes.length > 0 || (install.length > 0 && !flags["no-install"])
    if (hasWork) {
      if (flags["dry-run"]) {
        console.log("\nNothing was changed: this was a dry run.")
        return 0
      }
      if (!flags.yes && !(await confirm())) throw new Failure("Nothing was changed.")
      if (!flags["no-install"]) runInstall(install)
      for (const { path, after } of plan.changes) write(join(project.root, path), after)
    }
    showNext(project, plan, flags["no-install"] ? install : [])
    return plan.byHand.length > 0 ? 1 : 0
  },
}

function showPlan(project: Project, plan: Plan, install: string[]): void {
  const where = `${project.router} router${project.base ? ", src folder" : ""}, ${project.typescript ? "TypeScript" : "JavaScript"}`
  console.log(`Next.js with next-auth ${project.nextAuth} (${where})`)
  for (const change of plan.changes) console.log(`\n${renderDiff(change)}`)
  if (install.length > 0) console.log(`\n${paint("bold", "Packages")}\n  ${install.join(" ")}`)
  for (const { path, why, code } of plan.byHand) {
    console.log(`\n${paint(["bold", "yellow"], "By hand:")} ${path} ${why}`)
    if (code) console.log(`\n${code.replace(/^/gm, "  ")}`)
  }
}

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    throw new Failure("Nothing was changed: there is no terminal to ask on. Add --yes to have it done.")
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  // Ctrl-C and Ctrl-D are a no.
  const closed = new Promise<string>((resolve) => terminal.once("close", () => resolve("no\n")))
  const answer = await Promise.race([terminal.question("\nDo this? [Y/n] "), closed])
  // The line of the question is still open.
  if (answer.endsWith("\n")) console.log()
  terminal.close()
  return /^(y|yes|)$/i.test(answer.trim())
}

/** Before any file is written: an app that imports what it has not got would not start. */
function runInstall(command: string[]): void {
  if (command.length === 0) return
  console.log()
  // A shell, since npm, pnpm and yarn are `.cmd` files on Windows. Nothing in the command comes from outside.
  const { status } = spawnSync(command.join(" "), { stdio: "inherit", shell: true })
  if (status !== 0) {
    throw new Failure(
      `The packages could not be installed, so nothing else was changed. Run this by hand, then init again:\n${command.join(" ")}`,
    )
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

function showNext(project: Project, plan: Plan, install: string[]): void {
  const origin = `http://localhost:${project.port}`
  const redirectUri = `${origin}/api/auth/callback/bink`
  const emulator = `npx authjs-bink emulator${project.port === 3000 ? "" : ` --redirect-uri ${redirectUri}`}`
  const run = project.packageManager === "npm" ? "npm run dev" : `${project.packageManager} dev`
  const done = plan.changes.length > 0 ? "Done." : "Everything that init does is there already."
  console.log(
    `\n${plan.byHand.length > 0 ? "The rest is yours, as shown above." : paint("green", done)} Then:\n`,
  )
  if (install.length > 0) console.log(`  ${install.join(" ")}`)
  console.log(`  ${emulator}`)
  console.log(`  ${run}, in another terminal, and open ${origin}/sign-in`)
  console.log(`\nFor bink.link, register this callback URL with dev@binatomy.com: ${redirectUri}`)
  if (project.hasBasePath) {
    console.log(
      'This app has a basePath: put it before /api/auth in that URL, and tell the button, basePath="/yours/api/auth". ' +
        `next-auth 5 wants it in its config and its route as well: see ${errorReference("UnknownAction")}`,
    )
  }
}
