import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { cpus, release, totalmem, type } from "node:os"
import { findBrowser } from "../../scripts/browser.ts"

export interface Machine {
  cpu: string
  cores: number
  memory: string
  os: string
  node: string
  chromium: string
}

/** What the numbers were measured on. Nothing in it names the machine or whose it is. */
export function machine(): Machine {
  const browser = findBrowser()
  const said = browser
    ? execFileSync(browser, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    : ""
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    os: system(),
    node: process.versions.node,
    chromium: /\d+(\.\d+)+/.exec(said)?.[0] ?? "none",
  }
}

function system(): string {
  const file = "/etc/os-release"
  const pretty = existsSync(file) && /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(file, "utf8"))?.[1]
  // The number alone: what follows it is the name that somebody gave a build of their own.
  const kernel = `${type()} ${/^[\d.]*\d/.exec(release())?.[0] ?? ""}`
  return pretty ? `${pretty}, ${kernel}` : kernel
}
