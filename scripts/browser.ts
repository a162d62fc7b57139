/**
 * Finds the Chromium that tests and pictures run in, and installs one where there is none.
 *
 *   node scripts/browser.ts     prints its path, after installing it if need be
 *
 * The order: `BROWSER_PATH`, the system's, Playwright's own. An install asks Playwright first, which serves most
 * machines, then Debian's packages, for machines that reach no other place.
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

/** Options for `chromium.launch`. No sandbox, since containers run as root; no traffic of the browser's own. */
export function browserOptions(): { executablePath: string; args: string[] } {
  const executablePath = findBrowser()
  if (!executablePath) {
    throw new Error("No Chromium was found. Run `node scripts/browser.ts`, or set BROWSER_PATH to one.")
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

/** The path of a Chromium on this machine, or `undefined` where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env.BROWSER_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`BROWSER_PATH names ${named}, and there is no such file.`)
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
    // `playwright install` has then brought the package lists up to date, or could not; ask once more by itself.
    attempts.push(
      ["apt-get", ["update"]],
      ["apt-get", ["install", "-y", "--no-install-recommends", "chromium"]],
    )
  }
  for (const [command, args] of attempts) {
    console.error(`No Chromium yet: ${command} ${args.join(" ")}`)
    spawnSync(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" })
    const found = findBrowser()
    if (found) return found
  }
  throw new Error(
    "No Chromium could be installed. Install Chromium or Chrome by hand, or set BROWSER_PATH to one, and run this again.",
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
