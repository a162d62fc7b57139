import { PGlite } from "@electric-sql/pglite"
import { PGLiteSocketServer } from "@electric-sql/pglite-socket"
import pg from "pg"

/** All tests share one engine, because it takes seconds to start. */
const engine = PGlite.create()

/**
 * Starts PostgreSQL (PGlite) with an empty schema and the tables of an adapter. `column` is the SQL
 * type of `bink`.
 */
export async function startPostgres({ column, tables = SQL }) {
  const db = await engine
  await db.exec("drop schema public cascade; create schema public;")
  const server = new PGLiteSocketServer({ db, port: 0, maxConnections: 10 })
  await server.start()
  const [host, port] = server.getServerConn().split(":")
  const url = `postgresql://postgres:postgres@${host}:${port}/postgres`
  await db.exec(tables(column ? `, bink ${column}` : ""))
  return {
    url,
    pool: () => new pg.Pool({ connectionString: url, max: 1 }),
    close: () => server.stop(),
  }
}

/** The tables of Auth.js's documentation for `pg`. */
const SQL = (bink) => `
  create table users (
    id serial primary key, name varchar(255), email varchar(255) unique, "emailVerified" timestamptz, image text${bink}
  );
  create table accounts (
    id serial primary key, "userId" integer not null, type varchar(255) not null, provider varchar(255) not null,
    "providerAccountId" varchar(255) not null, refresh_token text, access_token text, expires_at bigint,
    id_token text, scope text, session_state text, token_type text
  );
  create table sessions (
    id serial primary key, "userId" integer not null, expires timestamptz not null, "sessionToken" varchar(255) not null
  );
`

/** The tables with the names that Prisma, Kysely and Drizzle use. */
export const NAMED =
  ([user, account, session]) =>
  (bink) =>
    `
  create table "${user}" (
    id text primary key, name text, email text unique, "emailVerified" timestamp(3), image text${bink}
  );
  create table "${account}" (
    id text default gen_random_uuid(), "userId" text not null references "${user}"(id) on delete cascade,
    type text not null, provider text not null, "providerAccountId" text not null, refresh_token text, access_token text,
    expires_at integer, token_type text, scope text, id_token text, session_state text,
    primary key (provider, "providerAccountId")
  );
  create table "${session}" (
    id text default gen_random_uuid(), "sessionToken" text primary key,
    "userId" text not null references "${user}"(id) on delete cascade, expires timestamp(3) not null
  );
`
