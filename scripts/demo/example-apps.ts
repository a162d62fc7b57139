/** The apps in `examples/`: how `npm run example` and the tests build and start them. */
import { cpSync, existsSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { isOutdated } from "../build/outdated.ts"
import { type Environment, ROOT, runBuild } from "../run.ts"
import { randomSecret } from "./app.ts"

interface ExampleApp {
  /** Packages of the framework, and of what signs users in. `docs/compatibility.md` shows their versions. */
  packages: [framework: string, integration: string]
  /** Path of the sign-in routes. */
  basePath: string
  /** Returns environment variables that only this example needs. */
  env?: (url: string) => Environment
  /** Takes more than ten seconds to build or to type-check. `npm test` leaves it out, `npm run test:examples` runs it. */
  isSlow?: true
}

/** The examples, by directory name. */
export const EXAMPLES = {
  "better-auth": {
    packages: ["express", "better-auth"],
    basePath: "/api/auth",
    env: (url: string) => ({
      BETTER_AUTH_URL: url,
      BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || randomSecret(),
    }),
  },
  express: { packages: ["express", "@auth/express"], basePath: "/auth" },
  hono: { packages: ["hono", "@hono/auth-js"], basePath: "/auth" },
  sveltekit: {
    packages: ["@sveltejs/kit", "@auth/sveltekit"],
    basePath: "/auth",
    env: (url: string) => ({ ORIGIN: url }),
  },
  astro: { packages: ["astro", "auth-astro"], basePath: "/api/auth", isSlow: true },
  nuxt: {
    packages: ["nuxt", "nuxt-auth-utils"],
    basePath: "/auth",
    env: (url: string) => ({
      APP_URL: url,
      NUXT_SESSION_PASSWORD: process.env.NUXT_SESSION_PASSWORD || randomSecret(),
    }),
    isSlow: true,
  },
  "react-router": {
    packages: ["react-router", "authjs-bink/oauth"],
    basePath: "/auth",
    env: (url: string) => ({
      APP_URL: url,
      SESSION_SECRET: process.env.SESSION_SECRET || randomSecret(),
    }),
    isSlow: true,
  },
  fastify: {
    packages: ["fastify", "authjs-bink/oauth"],
    basePath: "/auth",
    env: (url: string) => ({ APP_URL: url, SESSION_KEY: process.env.SESSION_KEY || randomSecret(32) }),
  },
} satisfies Record<string, ExampleApp>

export type Example = keyof typeof EXAMPLES

export function isExample(name: string | undefined): name is Example {
  return name !== undefined && Object.hasOwn(EXAMPLES, name)
}

/** Returns an example's framework and integration with the installed versions, as `hono 4.13.19`. */
export function versionsOf(name: Example): string[] {
  const directory = exampleDirectory(name)
  return EXAMPLES[name].packages.map((packageName) => {
    if (packageName === "authjs-bink/oauth") return packageName
    const path = [directory, ROOT]
      .map((root) => join(root, "node_modules", packageName, "package.json"))
      .find((path) => existsSync(path))
    if (!path) throw new Error(`${packageName} is not installed. Run npm run example ${name}.`)
    return `${packageName} ${JSON.parse(readFileSync(path, "utf8")).version}`
  })
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
