import { execFile } from "node:child_process"
import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { expect, test } from "vitest"
import { installFixture } from "../helpers/fixtures.ts"
import { copyPackage } from "../helpers/npm.ts"
import { terminalEnvironment } from "../helpers/terminal-environment.ts"
import { readBlocks } from "./blocks.ts"

/** Files of these pages that a Jest project with `next/jest` needs. */
const FILES = {
  "docs/get-started/next-auth-5.md": /^(auth\.ts|app\/api\/)/,
  "docs/recipes/test-runners.md": /^(next\.config\.ts|jest\.config\.js|test\/)/,
}

test("Jest signs in with the settings of the page", { timeout: 240_000 }, async () => {
  // Next.js is found in the parent directories.
  const directory = installFixture("jest")
  copyPackage(join(directory, "node_modules"))
  for (const [page, pattern] of Object.entries(FILES)) {
    for (const { path, text, nextAuth } of readBlocks(page)) {
      if (!path || nextAuth !== 5 || !pattern.test(path)) continue
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), text)
    }
  }
  const jest = [join(directory, "node_modules/jest/bin/jest.js"), "--json", "--outputFile=report.json"]
  // Jest exits with 1 if tests fail. The report says which.
  const { stderr } = await promisify(execFile)(process.execPath, jest, {
    cwd: directory,
    env: terminalEnvironment(),
  }).catch((error: { stderr: string }) => error)
  const { numPassedTests, numTotalTests } = JSON.parse(readFileSync(join(directory, "report.json"), "utf8"))
  expect({ numPassedTests, numTotalTests }, stderr).toEqual({ numPassedTests: 1, numTotalTests: 1 })
})
