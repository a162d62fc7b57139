/** `npm run test:examples`: tests every example in a browser, and writes the table in `docs/compatibility.md`. */
import { spawn } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import own from "../../package.json" with { type: "json" }
import { readResults } from "../matrix/results.ts"
import { resultFiles } from "../matrix/tables.ts"
import { ROOT } from "../run.ts"
import { EXAMPLES, type Example, versionsOf } from "./example-apps.ts"
import { EXAMPLE_RESULTS, type ExampleResult } from "./example-results.ts"

const REPORT = join(ROOT, ".cache/test-reports/examples.json")

const child = spawn(
  process.execPath,
  [
    "node_modules/vitest/vitest.mjs",
    ...["run", "--project=flow", "test/flow/examples.test.ts"],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`],
  ],
  { cwd: ROOT, stdio: "inherit", env: { ...process.env, TEST_EXAMPLES: "all" } },
)
const status = await new Promise<number | null>((resolve, reject) => {
  child.once("error", reject)
  child.once("exit", resolve)
})
process.exitCode = status ?? 1

interface Test {
  ancestorTitles: string[]
  status: string
}

const { testResults } = JSON.parse(readFileSync(REPORT, "utf8")) as {
  testResults: { assertionResults: Test[] }[]
}
const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
const examples = (Object.keys(EXAMPLES) as Example[]).map((name): ExampleResult => {
  const own = tests.filter(({ ancestorTitles: [first] }) => first === name)
  const passed = own.filter(({ status }) => status === "passed").length
  const [framework = "", integration = ""] = versionsOf(name)
  return { name, framework, integration, passed, checks: own.length }
})
const results = { package: own.version, date: new Date().toISOString().slice(0, 10), examples }
writeFileSync(EXAMPLE_RESULTS, `${JSON.stringify(results, null, 2)}\n`)
for (const [path, text] of Object.entries(resultFiles(readResults()))) writeFileSync(join(ROOT, path), text)
