import { spawn } from "node:child_process"

/** Opens an address of our own in the person's browser. A machine without one is told nothing it can't do itself. */
export function openBrowser(url: string): void {
  const [program, ...args] =
    process.platform === "darwin"
      ? ["open", url]
      : process.platform === "win32"
        ? ["cmd", "/c", "start", "", url]
        : ["xdg-open", url]
  if (!program) return
  spawn(program, args, { stdio: "ignore", detached: true })
    .once("error", () => console.error(`No browser could be opened here. The address is ${url}`))
    .unref()
}
