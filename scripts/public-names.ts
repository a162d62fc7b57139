/** Vite's aliases from the public names to the sources behind them, as `tsconfig.json` has them. */
import { join } from "node:path"
import tsconfig from "../tsconfig.json" with { type: "json" }

export const sources = Object.entries(tsconfig.compilerOptions.paths).map(([name, [file = ""]]) => ({
  find: new RegExp(`^${name}$`),
  replacement: join(import.meta.dirname, "..", file),
}))
