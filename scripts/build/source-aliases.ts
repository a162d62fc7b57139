/** Vite's aliases from the package's public entries to their source files, read from `paths` in `tsconfig.json`. */
import { join } from "node:path"
import tsconfig from "../../tsconfig.json" with { type: "json" }
import { ROOT } from "../run.ts"

export const sourceAliases = Object.entries(tsconfig.compilerOptions.paths).map(([name, [file = ""]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: join(ROOT, file),
}))
