/**
 * `npm run build:registry`: builds the shadcn registry. Writes one file per item of `registry/registry.json` to
 * `registry/r`, with the item's sources, for `shadcn add`. A test compares the files with those of `shadcn build`,
 * which is not used here because it would add two hundred packages.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import registry from "../../registry/registry.json" with { type: "json" }
import { ROOT } from "../run.ts"

const directory = join(ROOT, "registry")

/** Returns the built files by name, `registry.json` included. */
export function buildRegistry(): Record<string, object> {
  const items = registry.items.map((item) => {
    const files = item.files.map((file) => ({
      ...file,
      content: readFileSync(join(directory, file.path), "utf8"),
    }))
    return [
      `${item.name}.json`,
      { $schema: "https://ui.shadcn.com/schema/registry-item.json", ...item, files },
    ]
  })
  return { "registry.json": registry, ...Object.fromEntries(items) }
}

if (import.meta.main) {
  rmSync(join(directory, "r"), { recursive: true, force: true })
  mkdirSync(join(directory, "r"))
  for (const [name, built] of Object.entries(buildRegistry())) {
    writeFileSync(join(directory, "r", name), `${JSON.stringify(built, null, 2)}\n`)
  }
}
