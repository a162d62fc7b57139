/**
 * Builds the shadcn registry: for each item of `registry/registry.json` a file in `registry/r` that holds the item and
 * its sources, for `shadcn add` to read from any static host, or from this package. It is what `shadcn build` writes,
 * as a test holds, in a few lines instead of two hundred packages.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import registry from "../registry/registry.json" with { type: "json" }

const folder = join(import.meta.dirname, "../registry")

/** The built files by name, the list of all items among them. */
export function buildRegistry(): Record<string, object> {
  const items = registry.items.map((item) => {
    const files = item.files.map((file) => ({
      ...file,
      content: readFileSync(join(folder, file.path), "utf8"),
    }))
    return [
      `${item.name}.json`,
      { $schema: "https://ui.shadcn.com/schema/registry-item.json", ...item, files },
    ]
  })
  return { "registry.json": registry, ...Object.fromEntries(items) }
}

if (import.meta.main) {
  rmSync(join(folder, "r"), { recursive: true, force: true })
  mkdirSync(join(folder, "r"))
  for (const [name, built] of Object.entries(buildRegistry())) {
    writeFileSync(join(folder, "r", name), `${JSON.stringify(built, null, 2)}\n`)
  }
}
