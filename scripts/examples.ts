/** The apps in `examples/`, one for each stack: how they are built and started, for the command and for the tests. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { build, type Environment, root, throwawaySecret } from "./demo-app.ts"

/** By the name of the folder: where the app serves its sign-in, and what it is told beside what every app is told. */
export const EXAMPLES = {
  express: { basePath: "/auth" },
  sveltekit: { basePath: "/auth", env: (url: string) => ({ ORIGIN: url }) },
  "better-auth": {
    basePath: "/api/auth",
    env: (url: string) => ({
      BETTER_AUTH_URL: url,
      BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET || throwawaySecret(),
    }),
  },
} satisfies Record<string, { basePath: string; env?: (url: string) => Environment }>

export type Example = keyof typeof EXAMPLES

export function isExample(name: string | undefined): name is Example {
  return name !== undefined && Object.hasOwn(EXAMPLES, name)
}

export function exampleFolder(name: Example): string {
  return join(root, "examples", name)
}

/** One of the scripts of the example's own `package.json`. */
export function runExampleScript(folder: string, script: "build" | "typecheck"): void {
  build("npm", ["run", script], folder)
}

/** What `npm start` makes Node run in the folder. Without npm between, which hands no signal on. */
export function startProgram(folder: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"))
  const [node, ...program] = scripts.start.split(" ")
  if (node !== "node") throw new Error(`${folder} is not started by Node, but by ${node}.`)
  return program
}
