import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaLibSql } from "@prisma/adapter-libsql"
import { createSqlite } from "./sqlite.js"

export async function open({ hasColumn, file }) {
  await createSqlite(file, { column: hasColumn && "jsonb" })
  const { PrismaClient } = await import(`../generated/sqlite${hasColumn ? "" : "-default"}/client.ts`)
  const prisma = new PrismaClient({ adapter: new PrismaLibSql({ url: `file:${file}` }) })
  return { adapter: PrismaAdapter(prisma), close: () => prisma.$disconnect() }
}
