import Bink from "authjs-bink"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type BinkServer, listenAsBink } from "../helpers/bink-server.ts"
import { CALLBACK_FAULTS } from "./faults/callback.ts"
import { defaultProvider } from "./faults/default-provider.ts"
import type { Fault, Outcome } from "./faults/fault.ts"
import { formatResult, type Result, type Setup, signInWithFault } from "./faults/sign-in.ts"
import { TOKEN_FAULTS } from "./faults/token.ts"
import { USER_FAULTS } from "./faults/user.ts"

/**
 * Signs in with every fault, with the real handlers over real HTTP, and compares the results with the table in
 * `faults.md`. `npx vitest run --project node test/provider/faults.test.ts --update` writes the table.
 */
const FAULTS = [...CALLBACK_FAULTS, ...TOKEN_FAULTS, ...USER_FAULTS]

const SETUPS: Setup[] = [
  { version: "@auth/core", hasDatabase: true, usesDefaultLogger: false, usesWithBink: false },
  { version: "next-auth 5", hasDatabase: false, usesDefaultLogger: true, usesWithBink: true },
  { version: "next-auth 4", hasDatabase: true, usesDefaultLogger: false, usesWithBink: false },
  { version: "next-auth 4", hasDatabase: false, usesDefaultLogger: true, usesWithBink: true },
]
const DEFAULT_PROVIDER_SETUPS = SETUPS.filter(({ hasDatabase }) => hasDatabase)

const COLUMNS = [
  "authjs-bink, v5",
  "authjs-bink, v4",
  "Auth.js defaults, v5",
  "Auth.js defaults, v4",
] as const
type Column = (typeof COLUMNS)[number]
const table = new Map<Fault, Partial<Record<Column, string>>>(FAULTS.map((fault) => [fault, {}]))

const HEADER = `# Sign-in faults

How a sign-in ends when a callback, the token endpoint or the user endpoint is faulty. \`faults.test.ts\` writes this table
from real sign-ins over HTTP: with \`@auth/core\` and next-auth 5 (v5), and with next-auth 4 (v4).

| Outcome | What the user sees |
| --- | --- |
| signed in | The app, with a session. |
| error page | The error page of Auth.js, \`error=Configuration\`. NextAuth 4 shows its sign-in page instead. |
| sign-in page | The sign-in page, with the error code in the table. |
| account not linked | The sign-in page, \`error=OAuthAccountNotLinked\`. |
| stays on Bink | An error page of Bink. |
| hangs | Nothing: the request to the app does not end. |
| \`/path\` | A page of Auth.js that shows no error. |

After the outcome, the table names every flaw of a sign-in: a wrong account id, unexpected rows in the database, a secret in
the log.

"Auth.js defaults" is a provider with Bink's endpoints and no other options. Its columns show which faults Auth.js does not
handle itself.

`

let bink: BinkServer
beforeAll(async () => {
  bink = await listenAsBink()
})
afterAll(() => bink.close())

describe.each(SETUPS)("Bink in $version, database: $hasDatabase, withBink: $usesWithBink", (setup) => {
  const column = isV4(setup) ? "authjs-bink, v4" : "authjs-bink, v5"
  for (const fault of FAULTS.filter((fault) => setup.hasDatabase || !fault.needsDatabase)) {
    const outcome = expectedOutcome(fault, setup)
    test(`${fault.name}: ${outcome}`, async () => {
      const result = await signInWithFault(fault, setup, bink, Bink)
      expect(result).toMatchObject({ outcome, flaws: [] })
      record(fault, column, result)
    })
  }
})

// Without withBink, because Auth.js's own logger then prints the errors that contain the code.
describe("Bink in next-auth 5 with the default logger, without withBink", () => {
  const setup: Setup = {
    version: "next-auth 5",
    hasDatabase: false,
    usesDefaultLogger: true,
    usesWithBink: false,
  }
  for (const fault of FAULTS.filter((fault) => fault.isQuotedByAuthJs)) {
    test(`${fault.name}: ${fault.expected}`, async () => {
      record(fault, "authjs-bink, v5", await signInWithFault(fault, setup, bink, Bink))
    })
  }
})

describe.each(DEFAULT_PROVIDER_SETUPS)("a provider with Auth.js defaults in $version", (setup) => {
  const column = isV4(setup) ? "Auth.js defaults, v4" : "Auth.js defaults, v5"
  for (const fault of FAULTS) {
    test(`${fault.name}: records the result`, async () => {
      record(fault, column, await signInWithFault(fault, setup, bink, defaultProvider))
    })
  }
})

test("the faults change the outcome for a provider with Auth.js defaults", () => {
  const resultsOf = (column: Column) =>
    Object.fromEntries([...table].map(([fault, row]) => [fault.name, row[column]]))
  const wrongAccount = "signed in, wrong account id"
  expect(resultsOf("Auth.js defaults, v5")).toMatchObject({
    "a wrong `state`": "signed in",
    "`iss` is the base URL": "error page, secret in the log",
    "user endpoint: 401 with an error": wrongAccount,
    "user endpoint: 200 with an error": wrongAccount,
    "user endpoint: `{}`": wrongAccount,
    "user endpoint: `[]`": wrongAccount,
    "user endpoint: wrapped in `data`": wrongAccount,
    "user endpoint: no response": "hangs",
    "token endpoint: sends a byte every 20 ms, without end": "hangs",
    'token endpoint: `token_type: "mac"`': "error page, secret in the log",
    "token endpoint: `scope: null`": "error page, secret in the log",
  })
  expect(resultsOf("Auth.js defaults, v4")).toMatchObject({
    "token endpoint: a field without a database column":
      "sign-in page `Callback`, unexpected rows in the database",
    "token endpoint: fields of another account":
      "signed in, wrong account id, unexpected rows in the database",
    "user endpoint: no response": "hangs",
  })
})

test("faults.md has the results of this run", async () => {
  const rows = [...table].map(([{ name, expected }, row]) => [
    name,
    expected,
    ...COLUMNS.map((column) => row[column] ?? "?"),
  ])
  const lines = [["Fault", "Expected", ...COLUMNS], Array(6).fill("---"), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |\n`,
  )
  await expect(HEADER + lines.join("")).toMatchFileSnapshot("faults.md")
})

/** NextAuth 4 has no error page for these errors. It shows the sign-in page with an error code. */
function expectedOutcome({ expected }: Fault, setup: Setup): Outcome {
  return expected === "error page" && isV4(setup) ? "sign-in page" : expected
}

function isV4({ version }: Setup): boolean {
  return version === "next-auth 4"
}

/** Adds a result to the table. Two setups of one version must have the same result. */
function record(fault: Fault, column: Column, result: Result): void {
  const text = formatResult(result)
  const row = table.get(fault) ?? {}
  expect(text, "every setup of a version has the same result").toBe(row[column] ?? text)
  row[column] = text
}
