import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { createClient } from "@libsql/client"
import { drizzle } from "drizzle-orm/libsql"
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core"
import { type Database, PASSWORD_HASH, type Schema } from "./database.ts"

/** The names of the tables in Drizzle's schema. */
const TABLES = { users: "user", accounts: "account", sessions: "session" }

/** Starts SQLite with Drizzle and the tables of its adapter's documentation. */
export async function startSqlite(schema: Schema): Promise<Database> {
  const client = createClient({ url: ":memory:" })
  const extraColumns = schema === "with bink" ? `, bink text, passwordHash text` : ""
  await client.executeMultiple(`
    create table user (
      id text primary key, name text, email text unique, emailVerified integer, image text${extraColumns}
    );
    create table account (
      userId text not null references user on delete cascade, type text not null, provider text not null,
      providerAccountId text not null, refresh_token text, access_token text, expires_at integer, token_type text,
      scope text, id_token text, session_state text, primary key (provider, providerAccountId)
    );
    create table session (
      sessionToken text primary key, userId text not null references user on delete cascade, expires integer not null
    );
  `)
  return {
    // The adapter has defaults for the other tables. Its types require all of them.
    connect: () =>
      DrizzleAdapter(drizzle(client), schema === "with bink" ? ({ usersTable } as never) : undefined),
    async rows(table) {
      const { rows } = await client.execute(`select * from ${TABLES[table]}`)
      return rows.map((row) => ({ ...row }))
    },
    updateUsers: (assignment) => client.execute(`update user set ${assignment}`),
    close: async () => client.close(),
  }
}

const usersTable = sqliteTable("user", {
  id: text("id")
    .primaryKey()
    .$defaultFn(() => crypto.randomUUID()),
  name: text("name"),
  email: text("email").unique(),
  emailVerified: integer("emailVerified", { mode: "timestamp_ms" }),
  image: text("image"),
  bink: text("bink", { mode: "json" }),
  passwordHash: text("passwordHash").default(PASSWORD_HASH),
})
