import Bink from "authjs-bink"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { type BinkServer, startBinkServer } from "./bink-server.ts"
import { CALLBACK_FAULTS } from "./faults/callback.ts"
import type { Fault } from "./faults/fault.ts"
import { naive } from "./faults/naive.ts"
import { play, type Setup } from "./faults/run.ts"
import { TOKEN_FAULTS } from "./faults/token.ts"
import { USER_FAULTS } from "./faults/user.ts"

/**
 * Every fault, against the real handlers over real HTTP. `faults.md` beside this file is the outcome, one line a
 * fault. `npx vitest run test/provider/faults.test.ts --update` writes it anew.
 */
const FAULTS = [...CALLBACK_FAULTS, ...TOKEN_FAULTS, ...USER_FAULTS]

const SETUPS: Setup[] = [
  { app: "@auth/core", hasDatabase: true, hasOwnLogger: false, hasWithBink: false },
  { app: "next-auth 5", hasDatabase: false, hasOwnLogger: true, hasWithBink: true },
  { app: "next-auth 4", hasDatabase: true, hasOwnLogger: false, hasWithBink: false },
  { app: "next-auth 4", hasDatabase: false, hasOwnLogger: true, hasWithBink: true },
]
const NAIVE_SETUPS = SETUPS.filter(({ hasDatabase }) => hasDatabase)

const COLUMNS = ["Bink, v5", "Bink, v4", "naive, v5", "naive, v4"] as const
const outcomes = new Map<Fault, Partial<Record<(typeof COLUMNS)[number], string>>>(
  FAULTS.map((fault) => [fault, {}]),
)

const LEGEND = `# Faults, and what a person sees

Written by \`faults.test.ts\`, from what it saw.

**S** signed in. **C** the error page, \`error=Configuration\`. **P** the sign-in page with an error code: NextAuth 4
has this one page for both. **B** still on Bink's own page. **L** the sign-in page, \`error=OAuthAccountNotLinked\`.

*Naive* is a provider with Bink's endpoints and Auth.js's defaults for all the rest: what it lets through shows that the
faults do something.

`

let bink: BinkServer
beforeAll(async () => {
  bink = await startBinkServer()
})
afterAll(() => bink.close())

describe.each(SETUPS)("Bink in $app, database: $hasDatabase, withBink: $hasWithBink", (setup) => {
  const column = isV4(setup) ? "Bink, v4" : "Bink, v5"
  test.each(FAULTS.filter((fault) => setup.hasDatabase || !fault.needsDatabase))("$name", async (fault) => {
    const outcome = await play(fault, setup, bink, Bink)
    // v4 has no page for what is wrong with the set-up: it goes back to the sign-in page with a code for everything.
    const want = fault.want === "C" && isV4(setup) ? "P" : fault.want
    expect(outcome.replace(/ `\w+`$/, "")).toBe(want)
    note(fault, column, outcome)
  })
})

// Where Auth.js 5 throws errors that hold the code, its own logger is tried too, with nothing around it.
describe("Bink in next-auth 5, by itself", () => {
  const setup: Setup = { app: "next-auth 5", hasDatabase: false, hasOwnLogger: true, hasWithBink: false }
  test.each(FAULTS.filter((fault) => fault.isQuotedByAuthjs))("$name", async (fault) => {
    note(fault, "Bink, v5", await play(fault, setup, bink, Bink))
  })
})

describe.each(NAIVE_SETUPS)("a naive provider in $app", (setup) => {
  test.each(FAULTS)("$name", async (fault) => {
    note(fault, isV4(setup) ? "naive, v4" : "naive, v5", await play(fault, setup, bink, naive))
  })
})

test("what Auth.js by itself lets through is caught as such", () => {
  const by = (column: (typeof COLUMNS)[number]) =>
    Object.fromEntries([...outcomes].map(([fault, row]) => [fault.name, row[column]]))
  const nobody = "S, as nobody"
  expect(by("naive, v5")).toMatchObject({
    "a forged `state`": "S",
    "`iss` is the base URL": "C, a secret in the log",
    "user endpoint: 401 JSON": nobody,
    "user endpoint: 200 with an error": nobody,
    "user endpoint: `{}`": nobody,
    "user endpoint: `[]`": nobody,
    "user endpoint: wrapped in `data`": nobody,
    "user endpoint: hangs": "no end",
    "token endpoint: dribbles": "no end",
    'token endpoint: `token_type: "mac"`': "C, a secret in the log",
    "token endpoint: `scope: null`": "C, a secret in the log",
  })
  expect(by("naive, v4")).toMatchObject({
    "token endpoint: a field that no table has": "P `Callback`, a ghost in the database",
    "token endpoint: fields that name another account": "S, as nobody, a ghost in the database",
    "user endpoint: hangs": "no end",
  })
})

function isV4({ app }: Setup): boolean {
  return app === "next-auth 4"
}

function note(fault: Fault, column: (typeof COLUMNS)[number], outcome: string) {
  const row = outcomes.get(fault) ?? {}
  expect(row[column] ?? outcome, "one version, two outcomes").toBe(outcome)
  row[column] = outcome
}

test("faults.md is current", async () => {
  const rows = [...outcomes].map(([{ name, want }, row]) => [
    name,
    want,
    ...COLUMNS.map((column) => row[column] ?? "?"),
  ])
  const table = [["Fault", "Wanted", ...COLUMNS], Array(6).fill("---"), ...rows].map(
    (cells) => `| ${cells.join(" | ")} |\n`,
  )
  await expect(LEGEND + table.join("")).toMatchFileSnapshot("faults.md")
})
