import initSqlJs from "sql.js"
import { openWith } from "./typeorm.js"

export const open = openWith(async () => ({
  options: { type: "sqljs", driver: await initSqlJs() },
  binkColumn: "simple-json",
  close: async () => {},
}))
