import PostgresAdapter from "@auth/pg-adapter"
import { startPostgres } from "./postgres.js"

export async function open({ hasColumn }) {
  const postgres = await startPostgres({ column: hasColumn && "jsonb" })
  const pool = postgres.pool()
  return {
    adapter: PostgresAdapter(pool),
    /** As in docs/reference/database-adapters.md. */
    extendedAdapter() {
      const adapter = PostgresAdapter(pool)
      return {
        ...adapter,
        async updateUser({ bink, ...user }) {
          const sql = "update users set bink = $2 where id = $1"
          if (bink !== undefined) await pool.query(sql, [user.id, bink])
          return adapter.updateUser(user)
        },
      }
    },
    async close() {
      await pool.end()
      await postgres.close()
    },
  }
}
