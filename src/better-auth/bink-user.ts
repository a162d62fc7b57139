import type { AuthContext, BetterAuthPlugin } from "better-auth"
import { PLANS } from "../protocol/profile.js"

const FIELDS = {
  username: { type: "string", required: false },
  plan: { type: [...PLANS] as [...typeof PLANS], required: false },
  verificationLevel: { type: "number", required: false },
} as const

type Hook = NonNullable<NonNullable<BetterAuthPlugin["hooks"]>["before"]>[number]

/** What {@link binkUser} gives: a plugin whose fields Better Auth reads its types off. */
export interface BinkUserPlugin {
  id: "bink-user"
  schema: { user: { fields: typeof FIELDS } }
  hooks: { before: Hook[] }
  init: NonNullable<BetterAuthPlugin["init"]>
}

/**
 * A Better Auth plugin that keeps what {@link bink} tells of a person: `username`, `plan` and `verificationLevel`, typed
 * on `session.user`, with columns that Better Auth's migrations make.
 *
 * Only Bink can write them. As plain `additionalFields` they would not do: Better Auth fills a field from a provider only
 * if people may set it too, and anyone could make themselves trusted by a request to `/update-user`.
 *
 * Not beside Better Auth's username plugin, whose `username` people choose for themselves.
 */
export function binkUser(): BinkUserPlugin {
  return {
    id: "bink-user",
    schema: { user: { fields: FIELDS } },
    hooks: { before: [{ matcher: setsOwnField, handler: refuse as unknown as Hook["handler"] }] },
    init: (context) => ({
      options: {
        databaseHooks: { user: { update: { before: (user) => keepEmail(context.internalAdapter, user) } } },
      },
    }),
  }
}

/**
 * What Bink tells is written at every sign-in, the e-mail too. One that somebody has in this app already would break the
 * sign-in with an error of the database: the person keeps the old one then.
 */
async function keepEmail(
  { findUserByEmail }: AuthContext["internalAdapter"],
  user: Record<string, unknown>,
): Promise<undefined | { data: { email: undefined; emailVerified: undefined } }> {
  const isFromBink = "verificationLevel" in user && typeof user.email === "string"
  if (!isFromBink || !(await findUserByEmail(String(user.email)))) return undefined
  return { data: { email: undefined, emailVerified: undefined } }
}

/** On any address, since plugins bring more of them that write users. */
function setsOwnField({ path, body }: Parameters<Hook["matcher"]>[0]): boolean {
  // A `plan` that is bought, and none of ours.
  if (path?.startsWith("/subscription/")) return false
  return typeof body === "object" && body !== null && Object.keys(FIELDS).some((name) => name in body)
}

/** Better Auth knows its own errors by their name, so none of its code is needed here. */
async function refuse(): Promise<never> {
  throw Object.assign(new Error(REFUSAL.message), {
    name: "APIError",
    status: "BAD_REQUEST",
    statusCode: 400,
    headers: {},
    body: REFUSAL,
  })
}

const REFUSAL = {
  code: "FIELD_NOT_ALLOWED",
  message: `${Object.keys(FIELDS).join(", ")} come from Bink alone, and cannot be set.`,
}
