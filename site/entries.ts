import { join } from "node:path"
import tsconfig from "../tsconfig.json" with { type: "json" }
import { ROOT } from "./routes.ts"

/** The public names with the sources behind them, as `tsconfig.json` has them: `authjs-bink/react` → `src/react`. */
export const entries = Object.entries(tsconfig.compilerOptions.paths).map(([name, [source = ""]]) => ({
  name,
  source: join(ROOT, source),
  /** The name of its page. */
  page: name.split("/").at(-1) as string,
}))
