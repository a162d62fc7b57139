import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterEach } from "vitest"
import { run } from "./run-cli.ts"

const directories: string[] = []
afterEach(() => {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true })
})

export type Files = Record<string, string>

/** Creates a directory with files, which is removed after the test. */
export function createDirectory(files: Files): string {
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-app-"))
  directories.push(directory)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
  return directory
}

/** Creates an app with files, and with dependencies that are not installed. */
export function createApp(
  files: Files,
  dependencies: Files = {},
  scripts: Files = { dev: "next dev" },
): string {
  return createDirectory({
    "package.json": JSON.stringify({
      scripts,
      dependencies: { next: "^16.0.0", "authjs-bink": "*", ...dependencies },
    }),
    ...files,
  })
}

/** Returns the files of a directory with their contents. */
export function readApp(app: string): Files {
  const paths = readdirSync(app, { recursive: true, encoding: "utf8" })
  const files = paths.filter((path) => !path.startsWith(".git/") && statSync(join(app, path)).isFile())
  return Object.fromEntries(
    files.map((path) => [path.replaceAll("\\", "/"), readFileSync(join(app, path), "utf8")]),
  )
}

export const init = (app: string, ...args: string[]) => run(["init", "--no-install", ...args], { cwd: app })

export const LAYOUT =
  "export default function Layout({ children }) { return <html><body>{children}</body></html> }"
export const TSCONFIG = '{ "compilerOptions": { "paths": { "@/*": ["./*"] } } }'
export const V5 = { "next-auth": "5.0.0-beta.32" }
export const V4 = { "next-auth": "^4.24.0" }
