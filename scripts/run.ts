/** Runs the commands that scripts and tests share. */
import { spawn } from "node:child_process"
import { join } from "node:path"

/** The root directory of the repository. */
export const ROOT = join(import.meta.dirname, "..")

export type Environment = Record<string, string | undefined>

/** The environment of a child process with `NODE_ENV` set explicitly, and without the telemetry of Next.js. */
export function childEnvironment(
  mode: "development" | "production",
  overrides: Environment = {},
): NodeJS.ProcessEnv {
  return { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...overrides, NODE_ENV: mode }
}

/**
 * Runs a build command to its end, with `NODE_ENV=production`, and returns what it printed.
 *
 * @throws an error with the output of the command if it fails
 */
export async function runBuild(command: string, args: string[], cwd = ROOT): Promise<string> {
  const child = spawn(command, args, {
    cwd,
    env: childEnvironment("production"),
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32" && command === "npm",
  })
  let output = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text
    })
  }
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once("error", reject)
    child.once("close", (...result) => resolve(result))
  })
  const name = [command === process.execPath ? "node" : command, ...args].join(" ")
  if (signal) throw new Error(`The build was interrupted: ${name}`)
  if (status !== 0) throw new Error(`The build failed: ${name}\n\n${output}`)
  return output
}
