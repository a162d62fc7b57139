import { execFile } from "node:child_process"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { promisify } from "node:util"
import { beforeAll, expect, test } from "vitest"
import { ROOT, readBlocks } from "./blocks.ts"

/** Runs the Vitest tests of the page "Testing" in a folder with the files of these pages only. */
const FOLDER = join(ROOT, ".cache/ci-recipe")
const PAGES = [
  "get-started/next-auth-5.md",
  "recipes/gate-an-api-route.md",
  "recipes/ci-with-the-emulator.md",
]
const NEEDED_FILES = /^(auth\.ts|vitest\.config\.ts|test\/|app\/api\/)/

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true })
  const files = PAGES.flatMap((page) => readBlocks(`docs/${page}`)).flatMap(({ path, text, nextAuth }) =>
    path && nextAuth === 5 && NEEDED_FILES.test(path) ? [{ path, text }] : [],
  )
  for (const { path, text } of [...files, { path: "package.json", text: '{ "type": "module" }' }]) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
    writeFileSync(join(FOLDER, path), text)
  }
})

test("the Vitest tests of the page pass, and one fails without the gate", async () => {
  expect(await runVitest()).toEqual({ tests: 2, failed: 0 })

  writeFileSync(
    join(FOLDER, "app/api/report/route.ts"),
    'export const GET = () => new Response("Without a gate.")\n',
  )
  expect((await runVitest()).failed).toBe(1)
})

async function runVitest(): Promise<{ tests: number; failed: number }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(VITEST|AUTH_|TEST|NODE_ENV)/.test(name)),
  ) as NodeJS.ProcessEnv
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs")
  const args = [vitest, "run", "--reporter=json", "--outputFile=report.json"]
  // Vitest exits with 1 if tests fail. The report has the numbers.
  await promisify(execFile)(process.execPath, args, { cwd: FOLDER, env }).catch(() => {})
  const { numTotalTests, numFailedTests } = JSON.parse(readFileSync(join(FOLDER, "report.json"), "utf8"))
  return { tests: numTotalTests, failed: numFailedTests }
}
