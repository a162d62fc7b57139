import { BinkError } from "../errors.js"
import { closest } from "./closest.js"
import { COMMANDS } from "./commands.js"
import { Failure, UsageError } from "./failure.js"
import { readManifest } from "./manifest.js"
import { paint, printable } from "./terminal.js"

/** Runs one command line and answers what the process ends with: 0 well, 1 a finding or failure, 2 a wrong call. */
export async function run(argv: string[]): Promise<number> {
  // The reader may have seen enough: `authjs-bink --help | head -1`.
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
  if (name === "--version" || name === "-v") return print(readManifest().version)
  if (name === undefined || isHelp(name)) return print(overview())
  if (name === "help") return args[0] === undefined ? print(overview()) : print((await load(args[0])).help)
  const command = await load(name)
  if (args.some(isHelp)) return print(command.help)
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${error.message}\nSee: authjs-bink ${name} --help`)
  }
}

async function load(name: string) {
  const entry = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (entry) return (await entry.load()).command
  const meant = closest(name, Object.keys(COMMANDS))
  throw new UsageError(
    `"${name}" is no command of authjs-bink.${meant ? ` Did you mean "${meant}"?` : ""}\nSee: authjs-bink --help`,
  )
}

const isHelp = (arg: string) => arg === "--help" || arg === "-h"

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(11)}${summary}`)
  return [
    "Usage: authjs-bink <command> [options]",
    `Commands:\n${rows.join("\n")}`,
    "Options:\n  -h, --help     say more, also after a command\n  -v, --version  print the version",
    "Ends with 0 where all is well, 1 for a failure or a finding, 2 where the call itself is wrong.",
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
  // A fault of our own: the stack helps whoever mends it, and nobody else.
  const message = error instanceof Error ? error.message : String(error)
  console.error(`${label} Something broke that should not have: ${printableLines(message)}`)
  if (process.env.DEBUG?.includes("authjs-bink")) console.error(error)
  else console.error("  Run it again with DEBUG=authjs-bink to see where, and please report it.")
  return 1
}

function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n  ")
}
