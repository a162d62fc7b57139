/**
 * Removes what no entry of the package leads to from `dist`. `tsc` writes a declaration for every file, and those of the
 * command line and of the emulator's insides would make up a tenth of what people install; of a file that has nothing
 * but types, the build makes an empty module.
 */
import { existsSync, globSync, readFileSync, rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import manifest from "../package.json" with { type: "json" }

const entries = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [entry] : Object.values(entry),
)
const reached = new Set([...entries, ...Object.values(manifest.bin)].map((file) => resolve(file)))
for (const file of reached) {
  // An entry that is missing is for the package checks to report.
  if (!existsSync(file)) continue
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
    /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g,
  )) {
    const target = resolve(dirname(file), specifier)
    reached.add(file.endsWith(".d.ts") ? target.replace(/\.js$/, ".d.ts") : target)
  }
}
for (const file of globSync("dist/**/*.{js,d.ts}")) {
  if (!reached.has(resolve(file))) rmSync(file)
}
