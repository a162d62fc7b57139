import { describeOptions, type Options } from "./arguments.js"

/** What a command's file gives. Loaded only when it is asked for, so that none pays for another. */
export interface Command {
  help: string
  /** What the process ends with: 0 where all is well, 1 for a finding. */
  run(args: string[]): Promise<number>
}

/** One line for the overview, and where the rest is. */
interface Entry {
  summary: string
  load(): Promise<{ command: Command }>
}

export const COMMANDS: Record<string, Entry> = {
  init: { summary: "add Sign in with Bink to a Next.js app", load: () => import("./init/command.js") },
  emulator: { summary: "run a Bink on this machine", load: () => import("./emulator/command.js") },
  doctor: { summary: "find what keeps sign-in from working", load: () => import("./doctor/command.js") },
  whoami: { summary: "show the profile behind BINK_TOKEN", load: () => import("./whoami/command.js") },
}

/** The help of one command, in the one shape that all of them have. */
export function describeCommand(usage: string, about: string, options: Options, notes = ""): string {
  const parts = [`Usage: authjs-bink ${usage}`, about, `Options:\n${describeOptions(options)}`, notes]
  return parts.filter(Boolean).join("\n\n")
}
