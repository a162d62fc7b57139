import { BinkError } from "../errors.js"
import { closest } from "./closest.js"
import { type Command, Failure, UsageError } from "./command.js"
import { readVersion } from "./manifest.js"
import { paint, printable } from "./terminal.js"

interface CommandEntry {
  /** One line for the overview. */
  summary: string
  /** Imports the command only when it runs, so that every command starts fast. */
  load(): Promise<{ command: Command }>
}

const COMMANDS: Record<string, CommandEntry> = {
  init: {
    summary: "add Sign in with Bink to a Next.js app",
    load: () => import("./commands/init/command.js"),
  },
  emulator: {
    summary: "run the Bink emulator",
    load: () => import("./commands/emulator/command.js"),
  },
  doctor: {
    summary: "find configuration problems of an app",
    load: () => import("./commands/doctor/command.js"),
  },
  whoami: {
    summary: "show the profile that BINK_TOKEN belongs to",
    load: () => import("./commands/whoami/command.js"),
  },
}

/** Runs the CLI and returns the exit code: 0 success, 1 failure or finding, 2 usage error. */
export async function run(argv: string[]): Promise<number> {
  // A closed pipe is no failure: `authjs-bink --help | head -1`.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    process.exit(error.code === "EPIPE" ? 0 : 1)
  })
  try {
    return await dispatch(argv)
  } catch (error) {
    return report(error)
  }
}

async function dispatch([name, ...args]: string[]): Promise<number> {
  if (name === "--version" || name === "-v") return print(readVersion())
  if (name === undefined || isHelp(name)) return print(overview())
  if (name === "help") return print(args[0] === undefined ? overview() : (await load(args[0])).help)
  const command = await load(name)
  // Arguments after `--` belong to another program.
  if (args.slice(0, args.includes("--") ? args.indexOf("--") : undefined).some(isHelp)) {
    return print(command.help)
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${error.message}\nSee: authjs-bink ${name} --help`)
  }
}

async function load(name: string): Promise<Command> {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (entry) return (await entry.load()).command
  const suggestion = closest(name, Object.keys(COMMANDS))
  throw new UsageError(
    `Unknown command: "${name}".${suggestion ? ` Did you mean "${suggestion}"?` : ""}\nSee: authjs-bink --help`,
  )
}

function isHelp(arg: string): boolean {
  return arg === "--help" || arg === "-h"
}

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(11)}${summary}`)
  return [
    "Usage: authjs-bink <command> [options]",
    `Commands:\n${rows.join("\n")}`,
    "Options:\n  -h, --help     show help, also for a command\n  -v, --version  print the version",
    "Exit codes: 0 success, 1 failure or finding, 2 usage error.\nRespects NO_COLOR and FORCE_COLOR.",
  ].join("\n\n")
}

function print(text: string): 0 {
  console.log(text)
  return 0
}

function report(error: unknown): number {
  const label = paint(["bold", "red"], "✖", process.stderr)
  if (error instanceof Failure || error instanceof BinkError) {
    console.error(`${label} ${printableLines(error.message)}`)
    return error instanceof Failure ? error.exitCode : 1
  }
  const message = error instanceof Error ? error.message : String(error)
  console.error(`${label} Unexpected error: ${printableLines(message)}`)
  if (process.env.DEBUG?.includes("authjs-bink")) console.error(error)
  else console.error("  This is a bug. Run again with DEBUG=authjs-bink for the stack trace, and report it.")
  return 1
}

function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n  ")
}
