import type { WithBinkOptions } from "authjs-bink"
import { onTestFinished } from "vitest"
import { startAppWithBink, type Version } from "../auth-apps.ts"
import { type BinkServer, startBinkServer } from "../bink-server.ts"
import { createHttpBrowser } from "../http-browser.ts"
import type { Database, Schema } from "./database.ts"
import { startPostgres } from "./postgres.ts"
import { startSqlite } from "./sqlite.ts"

export type StartDatabase = (schema: Schema) => Promise<Database>

/** The databases, each with a published adapter. */
export const DATABASES: [name: string, start: StartDatabase][] = [
  ["SQLite with Drizzle", startSqlite],
  ["PostgreSQL with pg", startPostgres],
]

/** Starts a Bink server, a database and an app that uses both, until the end of the test. */
export async function startAppWithDatabase(
  version: Version,
  startDatabase: StartDatabase,
  schema: Schema,
  options?: WithBinkOptions,
  createConfig: (bink: BinkServer) => object = () => ({}),
) {
  const bink = await startBinkServer()
  const database = await startDatabase(schema)
  onTestFinished(() => database.close())
  const config = { adapter: database.connect(), ...createConfig(bink) }
  const app = await startAppWithBink(version, bink, config, options)
  return { bink, database, app, browser: createHttpBrowser() }
}
