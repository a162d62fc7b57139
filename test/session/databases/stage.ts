import type { WithBinkOptions } from "authjs-bink"
import { onTestFinished } from "vitest"
import { type BinkServer, json, PROFILE, startBinkServer } from "../../provider/bink-server.ts"
import { createBrowser } from "../../provider/browser.ts"
import { startAppWithBink, type versions } from "../apps.ts"
import type { Database, Schema } from "./database.ts"
import { startPostgres } from "./postgres.ts"
import { startSqlite } from "./sqlite.ts"

export type Version = (typeof versions)[number]
export type StartDatabase = (schema: Schema) => Promise<Database>

/** Each through an adapter that apps use, as it is published. */
export const DATABASES: [name: string, start: StartDatabase][] = [
  ["SQLite through Drizzle", startSqlite],
  ["PostgreSQL through pg", startPostgres],
]

/** Bink, a database, and an app with sessions in it, until the test is over. */
export async function startAppWithDatabase(
  version: Version,
  startDatabase: StartDatabase,
  schema: Schema,
  options?: WithBinkOptions,
  makeConfig: (bink: BinkServer) => object = () => ({}),
) {
  const bink = await startBinkServer()
  const database = await startDatabase(schema)
  const app = await startAppWithBink(
    version,
    bink,
    { adapter: database.connect(), ...makeConfig(bink) },
    options,
  )
  onTestFinished(() => closeAll(app, database, bink))
  return { bink, database, app, browser: createBrowser() }
}

export async function closeAll(...servers: { close(): Promise<void> }[]) {
  for (const server of servers) await server.close()
}

/** From now on Bink says this of whoever comes. */
export function sayOfThem(bink: BinkServer, change: object) {
  bink.misbehave({ user: (response) => json(response, { ...PROFILE, ...change }) })
}

/** How many rows there are of each kind. */
export async function count({ rows }: Database) {
  const tables = await Promise.all([rows("users"), rows("accounts"), rows("sessions")])
  const [users, accounts, sessions] = tables.map(({ length }) => length)
  return { users, accounts, sessions }
}
