import { DrizzleAdapter } from "@auth/drizzle-adapter"
import PostgresAdapter from "@auth/pg-adapter"
import { PGlite } from "@electric-sql/pglite"
import { createClient } from "@libsql/client"
import { drizzle } from "drizzle-orm/libsql"
import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core"

export interface Database {
  // biome-ignore lint/suspicious/noExplicitAny: v4 and v5 type an adapter differently
  adapter: any
  rows(table: "user" | "account"): Promise<Record<string, unknown>[]>
  close(): Promise<void>
}

/** SQLite, through Drizzle. */
export async function startSqlite({ hasColumn }: { hasColumn: boolean }): Promise<Database> {
  const client = createClient({ url: ":memory:" })
  await client.executeMultiple(`
    create table user (id text primary key, name text, email text unique, emailVerified integer, image text
      ${hasColumn ? ", bink text" : ""});
    create table account (userId text references user, type text, provider text, providerAccountId text,
      refresh_token text, access_token text, expires_at integer, token_type text, scope text, id_token text,
      session_state text, primary key (provider, providerAccountId));
    create table session (sessionToken text primary key, userId text references user, expires integer);`)
  const usersTable = sqliteTable("user", {
    id: text("id")
      .primaryKey()
      .$defaultFn(() => crypto.randomUUID()),
    name: text("name"),
    email: text("email").unique(),
    emailVerified: integer("emailVerified", { mode: "timestamp_ms" }),
    image: text("image"),
    ...(hasColumn && { bink: text("bink", { mode: "json" }) }),
  })
  const accountsTable = sqliteTable(
    "account",
    {
      userId: text("userId").notNull(),
      // biome-ignore lint/suspicious/noExplicitAny: Auth.js's own union of types, which only it has a name for
      type: text("type").$type<any>().notNull(),
      provider: text("provider").notNull(),
      providerAccountId: text("providerAccountId").notNull(),
      refresh_token: text("refresh_token"),
      access_token: text("access_token"),
      expires_at: integer("expires_at"),
      token_type: text("token_type"),
      scope: text("scope"),
      id_token: text("id_token"),
      session_state: text("session_state"),
    },
    (account) => [primaryKey({ columns: [account.provider, account.providerAccountId] })],
  )
  const sessionsTable = sqliteTable("session", {
    sessionToken: text("sessionToken").primaryKey(),
    userId: text("userId").notNull(),
    expires: integer("expires", { mode: "timestamp_ms" }).notNull(),
  })
  const db = drizzle(client)
  return {
    adapter: DrizzleAdapter(db, { usersTable, accountsTable, sessionsTable }),
    rows: async (table) => (await client.execute(`select * from ${table}`)).rows as never,
    close: async () => client.close(),
  }
}

/** PostgreSQL, through the adapter for `pg`, whose own updateUser writes the columns that it knows and no other. */
export async function startPostgres({ hasColumn }: { hasColumn: boolean }): Promise<Database> {
  const db = new PGlite()
  await db.exec(`
    create table users (id serial primary key, name text, email text unique, "emailVerified" timestamptz, image text
      ${hasColumn ? ", bink jsonb" : ""});
    create table accounts (id serial primary key, "userId" integer references users, type text, provider text,
      "providerAccountId" text, refresh_token text, access_token text, expires_at bigint, id_token text, scope text,
      session_state text, token_type text);
    create table sessions (id serial primary key, "userId" integer references users, expires timestamptz,
      "sessionToken" text unique);`)
  const query = async (sql: string, values: unknown[] = []) => {
    const { rows, affectedRows } = await db.query<Record<string, unknown>>(sql, values)
    return { rows, rowCount: rows.length || (affectedRows ?? 0) }
  }
  const pool = { query }
  const adapter = PostgresAdapter(pool as never)
  return {
    adapter: hasColumn
      ? {
          ...adapter,
          async updateUser(user: { id: string; bink?: unknown }) {
            const { rows } = await pool.query(
              "update users set bink = coalesce($2, bink) where id = $1 returning bink",
              [user.id, user.bink],
            )
            return { ...(await adapter.updateUser?.(user as never)), ...rows[0] }
          },
        }
      : adapter,
    rows: async (table) => (await query(`select * from ${table}s`)).rows,
    close: () => db.close(),
  }
}
