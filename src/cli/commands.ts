import type { Command } from "./command.js"

/** One line for the overview, and where the rest is. */
interface Entry {
  summary: string
  load(): Promise<{ command: Command }>
}

/** Each is loaded only when it is asked for, so that none pays for another. */
export const COMMANDS: Record<string, Entry> = {
  init: { summary: "add Sign in with Bink to a Next.js app", load: () => import("./init/command.js") },
  emulator: { summary: "run a Bink on this machine", load: () => import("./emulator/command.js") },
  doctor: { summary: "find what keeps sign-in from working", load: () => import("./doctor/command.js") },
  whoami: { summary: "show the profile behind BINK_TOKEN", load: () => import("./whoami/command.js") },
}
