import type { PackageJson } from "./package-json.js"

/** How `next dev` of a project listens on this machine. */
export interface DevServer {
  port: number
  protocol: "http:" | "https:"
  /** The script that starts it, or `undefined` if no script does. */
  script: string | undefined
}

/** Reads the port of `next dev` from the scripts of `package.json`. Other commands of the same script do not count. */
export function readDevServer({ scripts = {} }: PackageJson): DevServer {
  const found = findDevCommand(scripts)
  return {
    port: (found && portOf(found.command)) || 3000,
    protocol: found && /\s--experimental-https\b/.test(found.command) ? "https:" : "http:",
    script: "dev" in scripts ? "dev" : found?.script,
  }
}

function findDevCommand(scripts: Record<string, string>): { script: string; command: string } | undefined {
  // `dev` first, then the scripts that it may call, such as `dev:next`.
  const names = Object.keys(scripts).sort((a, b) => rank(a) - rank(b))
  for (const script of names) {
    const command = commandsOf(scripts[script] ?? "").find((text) => NEXT_DEV.test(text))
    if (command) return { script, command }
  }
  return undefined
}

const rank = (name: string) => (name === "dev" ? 0 : name.includes("dev") ? 1 : name === "start" ? 3 : 2)

const NEXT_DEV = /(?:^|[\s/\\])next(?:\.js)?(?:\s+-\S+)*(?:\s+dev\b|\s+(?:-p|--port)\b|\s*$)/

/** Splits a script at the operators of the shell, and at the quotes of commands that run commands. */
function commandsOf(script: string): string[] {
  return script.split(/&&|\|\||[;|&"'`]/).map((command) => command.trim())
}

function portOf(command: string): number | undefined {
  const option = /\s(?:-p|--port)[\s=]*(?:\$\{\w+:-)?(\d+)/.exec(command)?.[1]
  const variable = /(?:^|\s)PORT=(\d+)/.exec(command)?.[1]
  return Number(option ?? variable) || undefined
}
