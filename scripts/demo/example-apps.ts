/** The apps in `examples/`: how `npm run example` and the tests build and start them. */
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { isOutdated } from "../build/outdated.ts"
import { type Environment, ROOT, runBuild } from "../run.ts"
import { randomSecret } from "./app.ts"

/** By directory name: the path of the sign-in routes, and environment variables that only this example needs. */
export const EXAMPLES = {
  express: { basePath: "/auth" },
  hono: { basePath: "/auth" },
  astro: { basePath: "/api/auth" },
  sveltekit: { basePath: "/auth", env: (url: string) => ({ ORIGIN: url }) },
  "better-auth": {
    basePath: "/api/auth",
    env: (url: string) => ({
      BETTER_AUTH_URL: url,
      BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || randomSecret(),
    }),
  },
} satisfies Record<string, { basePath: string; env?: (url: string) => Environment }>

export type Example = keyof typeof EXAMPLES

export function isExample(name: string | undefined): name is Example {
  return name !== undefined && Object.hasOwn(EXAMPLES, name)
}

export function exampleDirectory(name: Example): string {
  return join(ROOT, "examples", name)
}

/** Whether an example has a lock file. `npm ci` in the root directory installs the others. */
function hasLockFile(directory: string): boolean {
  return existsSync(join(directory, "package-lock.json"))
}

/** Whether `installExample` would download packages. */
export function isMissingPackages(name: Example): boolean {
  const directory = exampleDirectory(name)
  return (
    hasLockFile(directory) &&
    isOutdated(directory, ["node_modules/.package-lock.json"], ["package-lock.json"])
  )
}

/** Installs the packages of an example that has a lock file, and the current build of this package. */
export async function installExample(name: Example): Promise<void> {
  const directory = exampleDirectory(name)
  if (!hasLockFile(directory)) return
  if (isMissingPackages(name)) {
    await runBuild("npm", ["ci", "--install-links", "--include=dev", "--no-audit", "--no-fund"], directory)
  }
  // A copy, not a link: through a link, this package would import the React of the root directory.
  const copy = join(directory, "node_modules/authjs-bink")
  rmSync(copy, { recursive: true, force: true })
  for (const part of ["package.json", "dist"]) cpSync(join(ROOT, part), join(copy, part), { recursive: true })
}

/** Runs a script of the example's `package.json`, if it has this script. */
export async function runExampleScript(directory: string, script: "build" | "typecheck"): Promise<void> {
  await runBuild("npm", ["run", script, "--if-present"], directory)
}

/** Returns the arguments of `node` in the example's `npm start`. npm itself would not forward signals. */
export function startProgram(directory: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"))
  const [node, ...program] = scripts.start.split(" ")
  if (node !== "node") throw new Error(`${directory} must be started by node, not by ${node}.`)
  return program
}
