import { createClient } from "@libsql/client"

/** Creates SQLite (libSQL) in a file, with the tables that Prisma and Kysely use. `column` is the SQL type of `bink`. */
export async function createSqlite(file, { column }) {
  const client = createClient({ url: `file:${file}` })
  await client.executeMultiple(`
    create table User (
      id text primary key, name text, email text unique, emailVerified datetime, image text${column ? `, bink ${column}` : ""}
    );
    create table Account (
      id text, userId text not null references User(id) on delete cascade, type text not null, provider text not null,
      providerAccountId text not null, refresh_token text, access_token text, expires_at integer, token_type text,
      scope text, id_token text, session_state text, primary key (provider, providerAccountId)
    );
    create table Session (
      id text, sessionToken text primary key, userId text not null references User(id) on delete cascade,
      expires datetime not null
    );
  `)
  client.close()
}
