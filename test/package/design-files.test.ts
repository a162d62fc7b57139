import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { designFiles } from "../../scripts/build/design-files.ts"

test.each(Object.entries(designFiles()))(
  "docs/design/%s is generated from the current sources",
  (name, content) => {
    const file = readFileSync(new URL(`../../docs/design/${name}`, import.meta.url), "utf8")
    expect(file, "Run `npm run build:design`.").toBe(content)
  },
)
