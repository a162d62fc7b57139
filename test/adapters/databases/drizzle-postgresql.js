import { DrizzleAdapter } from "@auth/drizzle-adapter"
import { drizzle } from "drizzle-orm/node-postgres"
import { jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core"
import { NAMED, startPostgres } from "./postgres.js"

export async function open({ hasColumn }) {
  const tables = NAMED(["user", "account", "session"])
  const postgres = await startPostgres({ column: hasColumn && "jsonb", tables })
  const usersTable = pgTable("user", {
    id: text("id")
      .primaryKey()
      .$defaultFn(() => crypto.randomUUID()),
    name: text("name"),
    email: text("email").unique(),
    emailVerified: timestamp("emailVerified", { mode: "date" }),
    image: text("image"),
    ...(hasColumn && { bink: jsonb("bink") }),
  })
  const pool = postgres.pool()
  return {
    adapter: DrizzleAdapter(drizzle(pool), { usersTable }),
    async close() {
      await pool.end()
      await postgres.close()
    },
  }
}
