import { PrismaAdapter } from "@auth/prisma-adapter"
import { PrismaPg } from "@prisma/adapter-pg"
import { NAMED, startPostgres } from "./postgres.js"

export async function open({ hasColumn }) {
  const tables = NAMED(["User", "Account", "Session"])
  const postgres = await startPostgres({ column: hasColumn && "jsonb", tables })
  const { PrismaClient } = await import(`../generated/postgresql${hasColumn ? "" : "-default"}/client.ts`)
  const prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: postgres.url, max: 1 }) })
  return {
    adapter: PrismaAdapter(prisma),
    async close() {
      await prisma.$disconnect()
      await postgres.close()
    },
  }
}
