/** A row of a table. */
export type Row = Record<string, unknown>

/**
 * `default`: the tables as the adapter documents them. `with bink`: the users have the nullable JSON column `bink`,
 * and another one besides, which is nobody's business.
 */
export type Schema = "default" | "with bink"

/** What an app of its own might keep of each user, and no browser may see. */
export const PASSWORD_HASH = "scrypt-5e8a61"

/** A database that runs, and is behind a real adapter. */
export interface Database {
  /** An adapter of its own for every app that asks. v4 and v5 type it differently. */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  connect(): any
  rows(table: "users" | "accounts" | "sessions"): Promise<Row[]>
  /** Writes into every user's row, such as `name = 'Grace'`. */
  updateUsers(assignment: string): Promise<unknown>
  close(): Promise<void>
}
