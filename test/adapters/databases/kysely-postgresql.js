import { KyselyAdapter } from "@auth/kysely-adapter"
import { Kysely, PostgresDialect } from "kysely"
import { NAMED, startPostgres } from "./postgres.js"

export async function open({ hasColumn }) {
  const tables = NAMED(["User", "Account", "Session"])
  const postgres = await startPostgres({ column: hasColumn && "jsonb", tables })
  const db = new Kysely({ dialect: new PostgresDialect({ pool: postgres.pool() }) })
  return {
    adapter: KyselyAdapter(db),
    async close() {
      await db.destroy()
      await postgres.close()
    },
  }
}
