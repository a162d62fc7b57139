import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { createClient } from "@libsql/client"
import { drizzle } from "drizzle-orm/libsql"
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core"
import { createSqlite } from "./sqlite.js"

export async function open({ hasColumn, file }) {
  await createSqlite(file, { column: hasColumn && "text" })
  const client = createClient({ url: `file:${file}` })
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
  return { adapter: DrizzleAdapter(drizzle(client), { usersTable }), close: async () => client.close() }
}
