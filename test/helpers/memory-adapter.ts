/** A row of a table. */
type Row = Record<string, unknown>

/** The columns of Auth.js's default schema. A row with another column is an error, as in a database. */
const COLUMNS = {
  users: ["id", "name", "email", "emailVerified", "image"],
  accounts: [
    "id",
    "userId",
    "type",
    "provider",
    "providerAccountId",
    "refresh_token",
    "access_token",
    "expires_at",
    "token_type",
    "scope",
    "id_token",
    "session_state",
  ],
  sessions: ["id", "sessionToken", "userId", "expires"],
}

/** Creates an in-memory database, and an adapter for it that v4 and v5 accept. */
export function createMemoryAdapter() {
  const tables: Record<keyof typeof COLUMNS, Row[]> = { users: [], accounts: [], sessions: [] }

  function insert(table: keyof typeof COLUMNS, row: Row): Row {
    const unknown = Object.keys(row).find((column) => !COLUMNS[table].includes(column))
    if (unknown) throw new Error(`The table ${table} has no column ${unknown}.`)
    const stored = { ...row, id: crypto.randomUUID() }
    tables[table].push(stored)
    return { ...stored }
  }
  const find = (table: keyof typeof COLUMNS, where: Row) =>
    tables[table].find((row) => Object.entries(where).every(([column, value]) => row[column] === value)) ??
    null
  const userOf = (row: Row | null) => row && find("users", { id: row.userId })

  return {
    tables,
    adapter: {
      createUser: async (user: Row) => insert("users", user),
      getUser: async (id: string) => find("users", { id }),
      getUserByEmail: async (email: string) => find("users", { email }),
      getUserByAccount: async ({ provider, providerAccountId }: Row) =>
        userOf(find("accounts", { provider, providerAccountId })),
      updateUser: async (user: Row) => Object.assign(find("users", { id: user.id }) ?? {}, user),
      linkAccount: async (account: Row) => void insert("accounts", account),
      createSession: async (session: Row) => insert("sessions", session),
      async getSessionAndUser(sessionToken: string) {
        const session = find("sessions", { sessionToken })
        return session && { session, user: userOf(session) }
      },
      updateSession: async (session: Row) =>
        Object.assign(find("sessions", { sessionToken: session.sessionToken }) ?? {}, session),
      async deleteSession(sessionToken: string) {
        tables.sessions = tables.sessions.filter((row) => row.sessionToken !== sessionToken)
      },
    },
  }
}
