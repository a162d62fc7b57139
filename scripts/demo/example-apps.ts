/** The apps in `examples/`: how `npm run example` and the tests build and start them. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Environment, ROOT, runBuild } from "../run.ts"
import { randomSecret } from "./app.ts"

/** By directory name: the path of the sign-in routes, and environment variables that only this example needs. */
export const EXAMPLES = {
  express: { basePath: "/auth" },
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

/** Runs a script of the example's `package.json`. */
export async function runExampleScript(directory: string, script: "build" | "typecheck"): Promise<void> {
  await runBuild("npm", ["run", script], directory)
}

/** Returns the arguments of `node` in the example's `npm start`. npm itself would not forward signals. */
export function startProgram(directory: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"))
  const [node, ...program] = scripts.start.split(" ")
  if (node !== "node") throw new Error(`${directory} must be started by node, not by ${node}.`)
  return program
}
