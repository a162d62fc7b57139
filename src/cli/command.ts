import { describeOptions, type Options } from "./arguments.js"

/** What a command's file gives. */
export interface Command {
  help: string
  /** What the process ends with: 0 where all is well, 1 for a finding. */
  run(args: string[]): Promise<number>
}

/** The help of one command, in the one shape that all of them have. */
export function describeCommand(usage: string, about: string, options: Options, notes = ""): string {
  const parts = [`Usage: authjs-bink ${usage}`, about, `Options:\n${describeOptions(options)}`, notes]
  return parts.filter(Boolean).join("\n\n")
}
