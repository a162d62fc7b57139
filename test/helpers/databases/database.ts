/** A row of a table. */
export type Row = Record<string, unknown>

/**
 * `default`: the tables that the adapter documents. `with bink`: the users table also has a nullable JSON column `bink`,
 * and a column with a secret of the app.
 */
export type Schema = "default" | "with bink"

/** The secret of the app in each user's row. No browser may receive it. */
export const PASSWORD_HASH = "scrypt-5e8a61"

/** A running database with an adapter. */
export interface Database {
  /** Creates an adapter. v4 and v5 type it differently. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  connect(): any
  rows(table: "users" | "accounts" | "sessions"): Promise<Row[]>
  /** Changes every user's row, for example with `name = 'Grace'`. */
  updateUsers(assignment: string): Promise<unknown>
  close(): Promise<void>
}

/** Returns the number of rows in each table. */
export async function countRows({ rows }: Database) {
  const tables = await Promise.all([rows("users"), rows("accounts"), rows("sessions")])
  const [users, accounts, sessions] = tables.map(({ length }) => length)
  return { users, accounts, sessions }
}
