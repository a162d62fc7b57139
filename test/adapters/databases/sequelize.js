import SequelizeAdapter, { models } from "@auth/sequelize-adapter"
import { DataTypes, Sequelize } from "sequelize"
import { startPostgres } from "./postgres.js"

export async function open({ hasColumn }) {
  const postgres = await startPostgres({ tables: () => "" })
  const sequelize = new Sequelize(postgres.url, { logging: false, pool: { max: 1 } })
  const User = sequelize.define(
    "user",
    { ...models.User, ...(hasColumn && { bink: { type: DataTypes.JSONB, allowNull: true } }) },
    { underscored: true, timestamps: false },
  )
  return {
    adapter: SequelizeAdapter(sequelize, { models: { User } }),
    async close() {
      await sequelize.close()
      await postgres.close()
    },
  }
}
