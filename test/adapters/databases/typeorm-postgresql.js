import { startPostgres } from "./postgres.js"
import { openWith } from "./typeorm.js"

export const open = openWith(async () => {
  const { url, close } = await startPostgres({ tables: () => "" })
  return { options: { type: "postgres", url, uuidExtension: "pgcrypto" }, binkColumn: "jsonb", close }
})
