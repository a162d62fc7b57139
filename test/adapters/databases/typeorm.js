import { EntitySchema } from "typeorm"

export function openWith(createOptions) {
  return async ({ hasColumn }) => {
    const { options, binkColumn, close } = await createOptions()
    // The adapter keeps one connection per module.
    const module = `${import.meta.resolve("@auth/typeorm-adapter")}?${crypto.randomUUID()}`
    const { TypeORMAdapter } = await import(module)
    const adapter = TypeORMAdapter(
      { ...options, synchronize: true },
      { entities: entities(hasColumn && binkColumn) },
    )
    return {
      adapter,
      async close() {
        await adapter.__disconnect()
        await close()
      },
    }
  }
}

/** The adapter's tables. Its own entities have no column `bink`. */
function entities(binkColumn) {
  // The adapter reads the name of a class.
  const schema = (options) => Object.assign(new EntitySchema(options), { name: options.name })
  const id = { type: "uuid", primary: true, generated: "uuid" }
  const text = { type: "varchar", nullable: true }
  const date = {
    type: "varchar",
    nullable: true,
    transformer: {
      from: (value) => value && new Date(Number(value)),
      to: (value) => value?.valueOf().toString(),
    },
  }
  const userId = { type: "uuid" }
  const user = { type: "many-to-one", target: "users", joinColumn: { name: "userId" }, onDelete: "CASCADE" }
  return {
    UserEntity: schema({
      name: "users",
      columns: {
        id,
        name: text,
        email: { ...text, unique: true },
        emailVerified: date,
        image: text,
        ...(binkColumn && { bink: { type: binkColumn, nullable: true } }),
      },
    }),
    AccountEntity: schema({
      name: "accounts",
      columns: {
        id,
        userId,
        type: { type: "varchar" },
        provider: { type: "varchar" },
        providerAccountId: { type: "varchar" },
        refresh_token: text,
        access_token: text,
        expires_at: { type: "bigint", nullable: true },
        token_type: text,
        scope: text,
        id_token: text,
        session_state: text,
      },
      relations: { user },
    }),
    SessionEntity: schema({
      name: "sessions",
      columns: { id, sessionToken: { type: "varchar", unique: true }, userId, expires: date },
      relations: { user },
    }),
    VerificationTokenEntity: schema({
      name: "verification_tokens",
      columns: { id, token: { type: "varchar" }, identifier: { type: "varchar" }, expires: date },
    }),
  }
}
