import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

/** How an adapter stores the identity: as an object, as JSON text, or only with an `updateUser` of the app. */
export type Storage = "object" | "text" | "extended"

/** An adapter with a database. */
export interface AdapterCase {
  /** Names of the npm packages. The first one names the library. */
  packages: string[]
  database: string
  /** Module in `databases/`. Missing for an adapter that cannot run here, and whose `updateUser` was read. */
  module?: string
  /** The column in the library's own terms. */
  column: string
  storage: Storage
}

export const ADAPTERS: AdapterCase[] = [
  row("prisma @prisma/adapter-pg", "PostgreSQL", "`bink Json?`", "object", "prisma-postgresql"),
  row("prisma @prisma/adapter-libsql", "SQLite", "`bink Json?`", "object", "prisma-sqlite"),
  row("drizzle-orm", "PostgreSQL", '`jsonb("bink")`', "object", "drizzle-postgresql"),
  row("drizzle-orm", "SQLite", '`text("bink", { mode: "json" })`', "object", "drizzle-sqlite"),
  row("kysely", "PostgreSQL", "`bink jsonb`", "object", "kysely-postgresql"),
  row("kysely", "SQLite", "`bink text`", "text", "kysely-sqlite"),
  row("pg", "PostgreSQL", "`bink jsonb`", "extended", "pg"),
  row("typeorm", "PostgreSQL", '`{ type: "jsonb", nullable: true }`', "object", "typeorm-postgresql"),
  row("typeorm", "SQLite", '`{ type: "simple-json", nullable: true }`', "object", "typeorm-sqlite"),
  row("sequelize", "PostgreSQL", "`{ type: DataTypes.JSONB }`", "object", "sequelize"),
  row("unstorage", "any driver", "none needed", "object", "unstorage"),
  row("@aws-sdk/lib-dynamodb", "DynamoDB", "none needed", "object", "dynamodb"),
  row("@supabase/supabase-js", "PostgreSQL", "`bink jsonb`", "object"),
  row("mongodb", "MongoDB", "none needed", "object"),
  row("firebase-admin", "Firestore", "none needed", "object"),
  row("@upstash/redis", "Redis", "none needed", "object"),
  row("neo4j-driver", "Neo4j", "none needed", "text"),
  row("@neondatabase/serverless", "PostgreSQL", "`bink jsonb`", "extended"),
  row("Cloudflare D1", "SQLite", "`bink text`", "extended"),
]

function row(
  packages: string,
  database: string,
  column: string,
  storage: Storage,
  module?: string,
): AdapterCase {
  const names = packages === "Cloudflare D1" ? [packages] : packages.split(" ")
  return { packages: names, database, column, storage, ...(module && { module }) }
}

const DESCRIPTIONS: Record<Storage, string> = {
  object: "yes",
  text: "yes, as JSON text",
  extended: "after [extending `updateUser`](#extend-updateuser)",
}

const PAGE = join(import.meta.dirname, "../../docs/reference/database-adapters.md")
const START = "<!-- `npm run adapters` writes from here -->"
const END = "<!-- to here -->"

/** Writes the table into the page. */
export function writeTable(): void {
  const text = readFileSync(PAGE, "utf8")
  const [before, rest = ""] = text.split(START)
  const [, after] = rest.split(END)
  if (after === undefined) throw new Error(`Missing markers in ${PAGE}: ${START} and ${END}.`)
  writeFileSync(PAGE, `${before}${START}\n\n${table()}\n${END}${after}`)
}

function table(): string {
  const rows = ADAPTERS.map(({ packages: [name = ""], database, column, storage, module }) => [
    module ? `${name} ${versionOf(name)}` : name,
    database,
    column,
    DESCRIPTIONS[storage],
    module ? "run" : "read",
  ])
  return [
    ["library", "database", "column", "stored", "checked"],
    ["---", "---", "---", "---", "---"],
    ...rows,
  ]
    .map((cells) => `| ${cells.join(" | ")} |\n`)
    .join("")
}

function versionOf(name: string): string {
  const file = join(import.meta.dirname, "node_modules", name, "package.json")
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).version : ""
}
