/**
 * Finds the Chromium for tests and screenshots, and installs one if none is found.
 *
 *   node scripts/browser.ts     prints the path, after an installation if necessary
 *
 * Search order: `BROWSER_PATH`, the system's browsers, Playwright's browser. The installation uses Playwright, or
 * Debian's packages if Playwright's download fails.
 */
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { chromium } from "playwright"

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
]

/** Options for `chromium.launch`: no sandbox, because containers run as root, and no background requests. */
export function browserOptions(): { executablePath: string; args: string[] } {
  const executablePath = findBrowser()
  if (!executablePath) {
    throw new Error(
      "No Chromium found. Run `node scripts/browser.ts`, or set BROWSER_PATH to the path of a Chromium.",
    )
  }
  return {
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  }
}

/** Returns the path of a Chromium on this machine, or `undefined`. */
export function findBrowser(): string | undefined {
  const named = process.env.BROWSER_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`BROWSER_PATH is ${named}, and this file does not exist.`)
    return named
  }
  return [...SYSTEM_BROWSERS, chromium.executablePath()].find((path) => existsSync(path))
}

function installBrowser(): string {
  const isRoot = process.getuid?.() === 0
  const attempts: [string, string[]][] = [
    ["npx", ["playwright", "install", ...(isRoot ? ["--with-deps"] : []), "chromium"]],
  ]
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    attempts.push(
      ["apt-get", ["update"]],
      ["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]],
    )
  }
  for (const [command, args] of attempts) {
    console.error(`No Chromium found. Running ${command} ${args.join(" ")}`)
    spawnSync(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" })
    const found = findBrowser()
    if (found) return found
  }
  throw new Error(
    "Chromium could not be installed. Install Chromium or Chrome, or set BROWSER_PATH to its path.",
  )
}

if (import.meta.main) {
  try {
    console.log(findBrowser() ?? installBrowser())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
