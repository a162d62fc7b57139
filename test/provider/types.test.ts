import { spawnSync } from "node:child_process"
import { expect, test } from "vitest"

test.each([
  ["nodenext", []],
  ["bundler", ["--module", "esnext", "--moduleResolution", "bundler"]],
])(
  "the provider has the types that v4 and v5 expect, with module resolution %s",
  (_, flags) => {
    const { stdout, status } = spawnSync("npx", ["tsc", "-p", "test/types/provider", ...flags], {
      cwd: new URL("../..", import.meta.url),
      encoding: "utf8",
    })
    expect(stdout).toBe("")
    expect(status).toBe(0)
  },
  120_000,
)
