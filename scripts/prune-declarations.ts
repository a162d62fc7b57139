/**
 * Removes the declarations in `dist` that no public entry leads to: `tsc` writes one for every file, and those of the
 * command line and of the emulator's insides would make up a tenth of what people install.
 */
import { existsSync, globSync, readFileSync, rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import manifest from "../package.json" with { type: "json" }

const entries = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [] : [entry.types],
)
const reached = new Set(entries.map((file) => resolve(file)))
for (const file of reached) {
  // An entry without declarations is for the package checks to report.
  if (!existsSync(file)) continue
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
    /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g,
  )) {
    reached.add(resolve(dirname(file), specifier.replace(/\.js$/, ".d.ts")))
  }
}
for (const file of globSync("dist/**/*.d.ts")) {
  if (!reached.has(resolve(file))) rmSync(file)
}
