import type { AuthContext, BetterAuthPlugin } from "better-auth"
import { PLANS } from "../profile/profile.js"

const FIELDS = {
  username: { type: "string", required: false },
  plan: { type: [...PLANS] as [...typeof PLANS], required: false },
  verificationLevel: { type: "number", required: false },
} as const

type Hook = NonNullable<NonNullable<BetterAuthPlugin["hooks"]>["before"]>[number]

/** The plugin that {@link binkUser} returns. Better Auth infers the types of the user's fields from it. */
export interface BinkUserPlugin {
  id: "bink-user"
  schema: { user: { fields: typeof FIELDS } }
  hooks: { before: Hook[] }
  init: NonNullable<BetterAuthPlugin["init"]>
}

/**
 * Returns a Better Auth plugin that adds `username`, `plan` and `verificationLevel` to `session.user`, with their types
 * and database columns.
 *
 * Only Bink can write these fields. With plain `additionalFields`, Better Auth would only fill them from a provider if
 * users may set them too, and any user could raise their level with a request to `/update-user`.
 *
 * Cannot be combined with Better Auth's username plugin, whose `username` users choose themselves.
 */
export function binkUser(): BinkUserPlugin {
  return {
    id: "bink-user",
    schema: { user: { fields: FIELDS } },
    hooks: { before: [{ matcher: setsBinkField, handler: rejectRequest as unknown as Hook["handler"] }] },
    init: (context) => ({
      options: {
        databaseHooks: { user: { update: { before: (user) => keepEmail(context.internalAdapter, user) } } },
      },
    }),
  }
}

/**
 * Better Auth updates the user at every sign-in, email included. If another user of this app has the new address, the
 * update would fail with a database error. The user keeps the old address then.
 */
async function keepEmail(
  { findUserByEmail }: AuthContext["internalAdapter"],
  user: Record<string, unknown>,
): Promise<undefined | { data: { email: undefined; emailVerified: undefined } }> {
  const isFromBink = "verificationLevel" in user && typeof user.email === "string"
  if (!isFromBink || !(await findUserByEmail(String(user.email)))) return undefined
  return { data: { email: undefined, emailVerified: undefined } }
}

/** Checks every path, because other plugins add paths that write users. */
function setsBinkField({ path, body }: Parameters<Hook["matcher"]>[0]): boolean {
  // The Stripe plugin's `plan` is a subscription.
  if (path?.startsWith("/subscription/")) return false
  return typeof body === "object" && body !== null && Object.keys(FIELDS).some((name) => name in body)
}

/** Throws an error that Better Auth recognizes by its name, so that none of its code is imported. */
async function rejectRequest(): Promise<never> {
  throw Object.assign(new Error(FIELD_NOT_ALLOWED.message), {
    name: "APIError",
    status: "BAD_REQUEST",
    statusCode: 400,
    headers: {},
    body: FIELD_NOT_ALLOWED,
  })
}

const FIELD_NOT_ALLOWED = {
  code: "FIELD_NOT_ALLOWED",
  message: `The fields ${Object.keys(FIELDS).join(", ")} come from Bink and cannot be set.`,
}
