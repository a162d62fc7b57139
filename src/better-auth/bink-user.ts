import type { AuthContext, BetterAuthOptions, BetterAuthPlugin } from "better-auth"
import { PLANS } from "../profile/profile.js"
import { PROVIDER_ID } from "./bink.js"

const FIELDS = {
  username: { type: "string", required: false },
  plan: { type: [...PLANS] as [...typeof PLANS], required: false },
  verificationLevel: { type: "number", required: false },
} as const

const FIELD_NAMES = Object.keys(FIELDS)

type DatabaseHooks = NonNullable<BetterAuthOptions["databaseHooks"]>
type EndpointContext = Parameters<
  NonNullable<NonNullable<NonNullable<DatabaseHooks["user"]>["update"]>["before"]>
>[1]

/** The plugin that {@link binkUser} returns. Better Auth infers the types of the user's fields from it. */
export interface BinkUserPlugin {
  id: "bink-user"
  schema: { user: { fields: typeof FIELDS } }
  onRequest: NonNullable<BetterAuthPlugin["onRequest"]>
  init: NonNullable<BetterAuthPlugin["init"]>
}

/**
 * Returns a Better Auth plugin that adds `username`, `plan` and `verificationLevel` to `session.user`, with their types
 * and database columns.
 *
 * - Only a callback from Bink can write these fields. Requests that set them are refused with `FIELD_NOT_ALLOWED`. Values
 *   from other plugins and from `mapProfileToUser` of other providers are removed, with a warning in the log.
 * - They become `null` when Better Auth deletes the Bink account.
 * - Callbacks with a wrong `iss` are refused with `?error=issuer_mismatch`.
 *
 * Cannot be combined with Better Auth's username plugin, whose `username` users choose themselves.
 */
export function binkUser(): BinkUserPlugin {
  return {
    id: "bink-user",
    schema: { user: { fields: FIELDS } },
    onRequest: async (_request, context) => setIssuer(context),
    init: (context) => ({ options: { databaseHooks: createDatabaseHooks(context) } }),
  }
}

function createDatabaseHooks(context: AuthContext): DatabaseHooks {
  return {
    user: {
      create: {
        before: async (user, endpoint) =>
          isBinkCallback(endpoint) ? undefined : removeFields(user, endpoint, context),
      },
      update: {
        before: async (user, endpoint) =>
          isBinkCallback(endpoint)
            ? keepEmail(user, context.internalAdapter)
            : removeFields(user, endpoint, context),
      },
    },
    account: {
      delete: {
        // Before, not after: the user still exists if the whole user is deleted.
        async before({ providerId, userId }) {
          if (providerId !== PROVIDER_ID) return
          await context.internalAdapter.updateUser(userId, toEntries(FIELD_NAMES, null))
        },
      },
    },
  }
}

/**
 * Removes the fields from a write that does not come from Bink. `null` passes: it clears a field.
 *
 * Better Auth's `input: false` would remove them from a sign-in with Bink too. A check of request bodies would miss
 * plugins that nest the fields, and `mapProfileToUser`.
 *
 * @throws APIError `FIELD_NOT_ALLOWED` if the request contains a field
 */
function removeFields(
  user: Record<string, unknown>,
  endpoint: EndpointContext,
  { logger }: AuthContext,
): undefined | { data: Record<string, undefined> } {
  const names = FIELD_NAMES.filter((name) => user[name] !== undefined && user[name] !== null)
  if (names.length === 0) return undefined
  const body: Record<string, unknown> = { ...endpoint?.body, ...endpoint?.body?.data }
  if (names.some((name) => name in body)) throw fieldNotAllowed()
  logger.warn(
    `[authjs-bink] ${names.join(", ")} not stored: only a sign-in with Bink can set them` +
      `${endpoint?.path ? `, not ${endpoint.path}` : ""}. If mapProfileToUser of another provider returns them, remove them.`,
  )
  return { data: toEntries(names, undefined) }
}

/** In this callback, Better Auth writes the fields only from the profile that `bink()` received. */
function isBinkCallback(endpoint: EndpointContext): boolean {
  return endpoint?.path === "/callback/:id" && endpoint.params?.id === PROVIDER_ID
}

function toEntries<Value>(names: string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]))
}

/**
 * Better Auth updates the user at every sign-in, email included. If another user of this app has the new address, the
 * update would fail with a database error. The user keeps the old address then.
 */
async function keepEmail(
  { email }: Record<string, unknown>,
  { findUserByEmail }: AuthContext["internalAdapter"],
): Promise<undefined | { data: { email: undefined; emailVerified: undefined } }> {
  if (typeof email !== "string" || !(await findUserByEmail(email))) return undefined
  return { data: { email: undefined, emailVerified: undefined } }
}

/**
 * Sets the issuer that Better Auth compares with `iss`. Its generic OAuth plugin sets one only from a discovery document,
 * which Bink does not have. Runs per request, because in `init` the provider may not exist yet.
 *
 * @see RFC 9207 §2.4
 */
function setIssuer({ options, socialProviders }: AuthContext): void {
  const provider = socialProviders.find(({ id }) => id === PROVIDER_ID)
  if (!provider || provider.issuer) return
  const configs: { providerId?: string; issuer?: string }[] = (options.plugins ?? []).flatMap(
    ({ id, options }) => (id === "generic-oauth" ? options?.config : []),
  )
  provider.issuer = configs.find(({ providerId }) => providerId === PROVIDER_ID)?.issuer
}

/** Returns an error that Better Auth recognizes by its name, so that none of its code is imported. */
function fieldNotAllowed(): Error {
  return Object.assign(new Error(FIELD_NOT_ALLOWED.message), {
    name: "APIError",
    status: "BAD_REQUEST",
    statusCode: 400,
    headers: {},
    body: FIELD_NOT_ALLOWED,
  })
}

const FIELD_NOT_ALLOWED = {
  code: "FIELD_NOT_ALLOWED",
  message: `The fields ${FIELD_NAMES.join(", ")} come from Bink and cannot be set.`,
}
