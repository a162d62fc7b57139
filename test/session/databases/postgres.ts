import PostgresAdapter from "@auth/pg-adapter"
import { PGlite } from "@electric-sql/pglite"
import { afterAll } from "vitest"
import { type Database, PASSWORD_HASH, type Row, type Schema } from "./database.ts"

/** PostgreSQL, through the adapter for `pg`, with the tables of its documentation. */
export async function startPostgres(schema: Schema): Promise<Database> {
  const database = await startStockPostgres(schema)
  const connect = () => (schema === "with bink" ? writingBink(database) : database.connect())
  return { ...database, connect }
}

/** The adapter's updateUser writes the columns that it names and no other: an app that wants more has to say so. */
function writingBink({ connect, query }: StockPostgres) {
  const adapter = connect()
  return {
    ...adapter,
    async updateUser({ bink, ...user }: Row) {
      const updated = await adapter.updateUser(user)
      if (bink === undefined) return updated
      const { rows } = await query("update users set bink = $2 where id = $1 returning bink", [user.id, bink])
      return { ...updated, ...rows[0] }
    },
  }
}

type Query = (sql: string, values?: unknown[]) => Promise<{ rows: Row[]; rowCount: number }>
type StockPostgres = Database & { query: Query }

/** With the adapter as it comes. */
export async function startStockPostgres(schema: Schema): Promise<StockPostgres> {
  const engine = await startEngine()
  const more = schema === "with bink" ? `, bink jsonb, "passwordHash" text default '${PASSWORD_HASH}'` : ""
  await engine.exec(`
    drop schema public cascade;
    create schema public;
    create table users (
      id serial primary key, name varchar(255), email varchar(255) unique, "emailVerified" timestamptz, image text${more}
    );
    create table accounts (
      id serial primary key, "userId" integer not null, type varchar(255) not null, provider varchar(255) not null,
      "providerAccountId" varchar(255) not null, refresh_token text, access_token text, expires_at bigint,
      id_token text, scope text, session_state text, token_type text
    );
    create table sessions (
      id serial primary key, "userId" integer not null, expires timestamptz not null,
      "sessionToken" varchar(255) not null
    );
  `)
  /** As a pool of `pg` answers. */
  const query: Query = async (sql, values) => {
    const { rows, affectedRows = 0 } = await engine.query<Row>(sql, values)
    return { rows, rowCount: rows.length || affectedRows }
  }
  return {
    query,
    connect: () => PostgresAdapter({ query } as never),
    rows: async (table) => (await query(`select * from ${table}`)).rows,
    updateUsers: (assignment) => query(`update users set ${assignment}`),
    close: async () => {},
  }
}

let engine: Promise<PGlite> | undefined

/** Takes a second to start: one for all the tests of a file, each of which begins with an empty schema. */
function startEngine(): Promise<PGlite> {
  engine ??= PGlite.create()
  return engine
}

afterAll(async () => (await engine)?.close())
