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

/** Returns the hardware and software of this machine, without names that identify it. */
export function describeMachine(): Machine {
  const browser = findBrowser()
  const version = browser
    ? execFileSync(browser, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
    : ""
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memory: `${Math.round(totalmem() / 2 ** 30)} GiB`,
    os: describeSystem(),
    node: process.versions.node,
    chromium: /\d+(\.\d+)+/.exec(version)?.[0] ?? "none",
  }
}

function describeSystem(): string {
  const file = "/etc/os-release"
  const distribution = existsSync(file) && /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync(file, "utf8"))?.[1]
  // Only the number: a custom build may add a name.
  const kernel = `${type()} ${/^[\d.]*\d/.exec(release())?.[0] ?? ""}`
  return distribution ? `${distribution}, ${kernel}` : kernel
}
