import { execFileSync } from "node:child_process"
import { existsSync, globSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import { npm } from "../helpers/npm.ts"

const DIRECTORY = import.meta.dirname

/** Installs the libraries, and generates the Prisma clients, if they are missing or outdated. */
export default function setup(): void {
  const lockFile = join(DIRECTORY, "package-lock.json")
  const installed = join(DIRECTORY, "node_modules/.package-lock.json")
  // Without scripts: those of Prisma download engines, which driver adapters do not need.
  if (!isNewer(installed, lockFile)) npm(DIRECTORY, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
  for (const schema of globSync("prisma/*.prisma", { cwd: DIRECTORY })) {
    const client = join(DIRECTORY, "generated", basename(schema, ".prisma"), "client.ts")
    if (isNewer(client, join(DIRECTORY, schema))) continue
    execFileSync(process.execPath, ["node_modules/prisma/build/index.js", "generate", "--schema", schema], {
      cwd: DIRECTORY,
      // Only migrations use the schema engine, which Prisma downloads otherwise.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    })
  }
}

function isNewer(file: string, source: string): boolean {
  return existsSync(file) && statSync(file).mtimeMs >= statSync(source).mtimeMs
}
