import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { build } from "esbuild"
import { renderToStaticMarkup } from "react-dom/server"
import { beforeAll, expect, test } from "vitest"
import { ROOT, readBlocks } from "./blocks.ts"

/** Runs the code of "List of users" and "Account linking" with SQLite and the columns that it reads. */
const FOLDER = join(ROOT, ".cache/database-recipes")
const DATABASE = join(FOLDER, "app.db")
const now = Math.floor(Date.now() / 1000)
const identity = (verificationLevel: number, checkedAt = now) =>
  JSON.stringify({ id: "x", username: "x", plan: "FREE", verificationLevel, checkedAt })

let db: DatabaseSync
beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  db = new DatabaseSync(DATABASE)
  db.exec("create table user (id text primary key, name text, bink text)")
  db.exec("create table account (userId text, provider text)")
  const users = db.prepare("insert into user values (?, ?, ?)")
  users.run("1", "Ada", identity(1))
  users.run("2", "Bea", identity(2))
  users.run("3", "Cem", identity(0))
  users.run("4", "Dee", null)
  users.run("5", "Eli", identity(2, now - 31 * 24 * 3600))
  const accounts = db.prepare("insert into account values (?, ?)")
  for (const [user, provider] of [
    ["1", "bink"],
    ["2", "bink"],
    ["2", "elsewhere"],
  ] as const)
    accounts.run(user, provider)
})

/** Bundles and loads the code of a page. `entry` is the path of a file, or text of a block without a path. */
async function load(page: string, entry: string): Promise<Record<string, (...args: never[]) => unknown>> {
  const blocks = readBlocks(`docs/recipes/${page}`).filter(({ nextAuth }) => nextAuth === 5)
  for (const { path = "block.ts", text } of blocks.filter(({ path, text }) => path || text.includes(entry))) {
    mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
    writeFileSync(join(FOLDER, path), text)
  }
  const outfile = join(FOLDER, `${page}.cjs`)
  const entryPoint = entry.includes("/") ? entry : "block.ts"
  await build({
    entryPoints: [join(FOLDER, entryPoint)],
    outfile,
    bundle: true,
    format: "cjs",
    platform: "node",
    jsx: "automatic",
    external: ["react", "react-dom", "@libsql/client"],
    tsconfigRaw: "{}",
  })
  return createRequire(import.meta.url)(outfile)
}

test("the list of users shows a badge only for a level that was checked in the last month", async () => {
  process.env.DATABASE_URL = `file:${DATABASE}`
  const { Users } = await load("list-of-users.md", "app/users/users.tsx")
  const html = renderToStaticMarkup((await Users?.()) as React.ReactElement)
  const badges = html.match(/<li>.*?<\/li>/g)?.map((item) => item.match(/aria-label="([^"]+)"/)?.[1])
  expect(badges).toEqual(["Passkey-verified by Bink", "Trusted by Bink", undefined, undefined, undefined])
})

test("unlinkBink removes the account and the identity, but not the only account of a user", async () => {
  const { unlinkBink } = await load("link-accounts.md", "unlinkBink")
  const unlink = (user: string) => unlinkBink?.(db as never, user as never)
  expect(unlink("1")).toBe(false)
  expect(unlink("2")).toBe(true)
  expect(db.prepare("select userId, provider from account").all()).toEqual([
    { userId: "1", provider: "bink" },
    { userId: "2", provider: "elsewhere" },
  ])
  expect(db.prepare("select id from user where bink is null").all()).toEqual([{ id: "2" }, { id: "4" }])
})
