import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, onTestFinished, test } from "vitest"
import { startAppWithBink, type Version } from "../helpers/auth-apps.ts"
import { PROFILE, respondJson, startBinkServer } from "../helpers/bink-server.ts"
import { createHttpBrowser } from "../helpers/http-browser.ts"
import { ADAPTERS, type AdapterCase, writeTable } from "./table.ts"

const IDENTITY = { id: PROFILE.id, username: "ada", plan: "VERIFIED", verificationLevel: 1 }
const VERSIONS: Version[] = ["next-auth 5", "next-auth 4"]
const RUN = ADAPTERS.filter(({ module }) => module)
let passed = 0

/** The adapter, with the values of `bink` that its `updateUser` received and stored. */
async function startApp(version: Version, { module, storage }: AdapterCase, hasColumn: boolean) {
  const directory = mkdtempSync(join(tmpdir(), "authjs-bink-adapters-"))
  onTestFinished(() => rmSync(directory, { recursive: true, force: true, maxRetries: 10 }))
  const { open } = await import(`./databases/${module}.js`)
  const database = await open({ hasColumn, file: join(directory, "app.db") })
  onTestFinished(() => database.close())
  const adapter = storage === "extended" && hasColumn ? database.extendedAdapter() : database.adapter
  const stored: unknown[] = []
  const bink = await startBinkServer()
  const app = await startAppWithBink(
    version,
    bink,
    {
      adapter: {
        ...adapter,
        async updateUser(user: { bink?: unknown }) {
          const updated = await adapter.updateUser(user)
          stored.push(user.bink)
          return updated
        },
      },
      session: { strategy: "database" },
    },
    { persist: true },
  )
  return { app, bink, adapter, stored, browser: createHttpBrowser() }
}

const SIGN_INS = RUN.flatMap((entry) => VERSIONS.map((version) => ({ ...entry, version })))
const WITHOUT_COLUMN = RUN.filter(({ column }) => column !== "none needed")

test.for(SIGN_INS)(
  "$packages.0 with $database stores the identity at every sign-in, in $version",
  async (entry) => {
    const { app, bink, browser, stored } = await startApp(entry.version, entry, true)
    await browser.signIn(app.url)
    expect(app.log).toEqual([])
    expect(await browser.session(app.url)).toMatchObject({
      user: { name: "Ada", email: expect.stringMatching(/ada@example\.com/i), bink: IDENTITY },
    })
    expect(typeof stored[0]).toBe(entry.storage === "text" ? "string" : "object")

    bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel: 2 }) })
    await createHttpBrowser().signIn(app.url)
    expect(await browser.session(app.url)).toMatchObject({
      user: { name: "Ada", bink: { ...IDENTITY, verificationLevel: 2 } },
    })
    expect(app.log).toEqual([])
    passed++
  },
)

test.for(WITHOUT_COLUMN)(
  "$packages.0 with $database and no column signs in and logs bink_not_kept",
  async (entry) => {
    const { app, browser } = await startApp("next-auth 5", entry, false)
    await browser.signIn(app.url)
    const session = await browser.session(app.url)
    expect(session?.user).toMatchObject({ name: "Ada" })
    expect(session?.user).not.toHaveProperty("bink")
    expect(app.log.filter((line) => line.startsWith("bink_not_kept"))).toHaveLength(1)
    passed++
  },
)

afterAll(() => {
  if (passed === SIGN_INS.length + WITHOUT_COLUMN.length) writeTable()
})
