import { spawn } from "node:child_process"
import { constants } from "node:os"
import { Failure } from "../../command.js"

/** The signals that stop the emulator. */
export const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const

/** The exit status of shells for a command that does not exist. */
class CommandNotFound extends Failure {
  override readonly exitCode = 127
}

/**
 * Runs a command with more environment variables, forwards signals to it, and returns its exit status.
 *
 * @throws Failure with exit code 127 if the command does not exist
 */
export function runCommand([program = "", ...args]: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: "inherit",
      env: { ...process.env, ...env },
      // npm, npx and other scripts are .cmd files there.
      shell: process.platform === "win32",
    })
    const forward = (signal: NodeJS.Signals) => void child.kill(signal)
    for (const signal of SIGNALS) process.on(signal, forward)
    const stopWatching = watchNpm(() => forward("SIGTERM"))
    const end = () => {
      for (const signal of SIGNALS) process.off(signal, forward)
      stopWatching()
    }
    child.once("error", (error: NodeJS.ErrnoException) => {
      end()
      const cause = error.code === "ENOENT" ? "Command not found" : `Cannot run the command (${error.code})`
      reject(new CommandNotFound(`${cause}: ${program}. Check the command after --.`))
    })
    child.once("exit", (status, signal) => {
      end()
      // As shells do: 128 and the number of the signal.
      resolve(status ?? 128 + constants.signals[signal ?? "SIGTERM"])
    })
  })
}

/**
 * Calls back once npm, npx or npm run has ended. They do not forward every signal, and would leave the emulator and its
 * port behind. Without npm, the parent may end while the emulator keeps running, as with `nohup`.
 *
 * @returns A function that stops watching.
 */
export function watchNpm(onEnd: () => void): () => void {
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onEnd()
  }, 100).unref()
  if (!process.env.npm_command) clearInterval(timer)
  return () => clearInterval(timer)
}
