import { DatabaseSync } from "node:sqlite"
import { KyselyAdapter } from "@auth/kysely-adapter"
import { Kysely, SqliteDialect } from "kysely"
import { createSqlite } from "./sqlite.js"

export async function open({ hasColumn, file }) {
  await createSqlite(file, { column: hasColumn && "text" })
  const db = new Kysely({
    dialect: new SqliteDialect({ database: likeBetterSqlite3(new DatabaseSync(file)) }),
  })
  return { adapter: KyselyAdapter(db), close: () => db.destroy() }
}

/** Kysely documents better-sqlite3, whose binary npm does not contain. Neither of them binds an object. */
function likeBetterSqlite3(database) {
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql)
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...parameters),
        run: (parameters) => statement.run(...parameters),
      }
    },
  }
}
