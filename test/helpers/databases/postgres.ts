import PostgresAdapter from "@auth/pg-adapter"
import { PGlite } from "@electric-sql/pglite"
import { afterAll } from "vitest"
import { type Database, PASSWORD_HASH, type Row, type Schema } from "./database.ts"

/** All tests of a file share one engine, because it takes a second to start. Each test starts with an empty schema. */
const engine = await PGlite.create()
afterAll(() => engine.close())

/** Starts PostgreSQL with the adapter for `pg` and the tables of its documentation. */
export async function startPostgres(schema: Schema): Promise<Database> {
  const database = await startPostgresWithoutBinkColumn(schema)
  const connect = () => (schema === "with bink" ? withBinkColumn(database) : database.connect())
  return { ...database, connect }
}

/** The adapter's `updateUser` writes a fixed list of columns. An app with another column has to extend it. */
function withBinkColumn({ connect, query }: PostgresDatabase) {
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
type PostgresDatabase = Database & { query: Query }

/** Starts PostgreSQL with the unchanged adapter, whose `updateUser` does not write `bink`. */
export async function startPostgresWithoutBinkColumn(schema: Schema): Promise<PostgresDatabase> {
  const extraColumns =
    schema === "with bink" ? `, bink jsonb, "passwordHash" text default '${PASSWORD_HASH}'` : ""
  await engine.exec(`
    drop schema public cascade;
    create schema public;
    create table users (
      id serial primary key, name varchar(255), email varchar(255) unique, "emailVerified" timestamptz, image text${extraColumns}
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
  /** Returns what a pool of `pg` returns. */
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
