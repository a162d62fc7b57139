import type { AuthContext, BetterAuthOptions, BetterAuthPlugin } from "better-auth"
import type { GenericOAuthConfig } from "better-auth/plugins"
import { BinkError } from "../errors.js"
import { PLANS } from "../profile/profile.js"
import { PROVIDER_ID } from "./bink.js"

const FIELDS = {
  username: { type: "string", required: false },
  plan: { type: [...PLANS] as [...typeof PLANS], required: false },
  verificationLevel: { type: "number", required: false },
} as const

/** Types only: apps cannot set the fields. At run time, `input: false` would also exclude the profile from Bink. */
type Fields = { [Name in keyof typeof FIELDS]: (typeof FIELDS)[Name] & { input: false } }

/** A field of {@link binkUser} that the app may define instead. */
export type OmittableField = "username" | "plan"

const OMITTABLE: readonly string[] = ["username", "plan"] satisfies OmittableField[]

/** Options of {@link binkUser}. */
export interface BinkUserOptions<Omitted extends OmittableField = never> {
  /** Fields that the app or another plugin defines under the same name. Bink's value is not stored. @default [] */
  omit?: readonly Omitted[] | undefined
}

type DatabaseHooks = NonNullable<BetterAuthOptions["databaseHooks"]>
type EndpointContext = Parameters<
  NonNullable<NonNullable<NonNullable<DatabaseHooks["user"]>["update"]>["before"]>
>[1]

/** The plugin that {@link binkUser} returns. Better Auth infers the types of the user's fields from it. */
export interface BinkUserPlugin<Omitted extends OmittableField = never> {
  id: "bink-user"
  schema: { user: { fields: Omit<Fields, Omitted> } }
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
 * @param options `omit`: fields that the app or another plugin defines.
 * @throws BinkError `invalid_option` for another value in `omit`, and at Better Auth's start if the app or another plugin
 *   defines a field too.
 * @example
 * // Better Auth's username plugin defines `username`.
 * plugins: [genericOAuth({ config: [bink()] }), binkUser({ omit: ["username"] }), username()]
 */
export function binkUser<Omitted extends OmittableField = never>({
  omit = [],
}: BinkUserOptions<Omitted> = {}): BinkUserPlugin<Omitted> {
  const unknown = omit.find((name) => !OMITTABLE.includes(name))
  if (unknown !== undefined)
    throw new BinkError(
      "invalid_option",
      `Invalid omit: ${JSON.stringify(unknown)}. Only "username" and "plan" can be omitted.`,
    )
  const omitted: readonly string[] = omit
  const fields = Object.fromEntries(Object.entries(FIELDS).filter(([name]) => !omitted.includes(name)))
  const names = Object.keys(fields)
  return {
    id: "bink-user",
    schema: { user: { fields: fields as unknown as Omit<Fields, Omitted> } },
    onRequest: async (_request, context) => setIssuer(context),
    init(context) {
      refuseOtherDefinitions(context.options, names)
      omitFromProfile(context.options, omitted)
      return { options: { databaseHooks: createDatabaseHooks(context, names) } }
    },
  }
}

/** The plugin that {@link binkUserClient} returns. It has types only. */
export interface BinkUserClientPlugin<Omitted extends OmittableField = never> {
  id: "bink-user"
  $InferServerPlugin: BinkUserPlugin<Omitted>
}

/**
 * Returns a plugin for Better Auth's client that adds the types of {@link binkUser}'s fields to `session.user`. Better
 * Auth's `inferAdditionalFields` has no fields of plugins.
 *
 * @param _options The same `omit` as for `binkUser`.
 * @example
 * export const authClient = createAuthClient({ plugins: [binkUserClient()] })
 */
export function binkUserClient<Omitted extends OmittableField = never>(
  _options?: BinkUserOptions<Omitted>,
): BinkUserClientPlugin<Omitted> {
  return { id: "bink-user", $InferServerPlugin: {} as BinkUserPlugin<Omitted> }
}

/**
 * Two definitions share one column: an app's own `plan` would change at each sign-in, and a `verificationLevel` that
 * accepts input could be set by users.
 *
 * @throws BinkError `invalid_option`
 */
function refuseOtherDefinitions({ user, plugins = [] }: BetterAuthOptions, names: string[]): void {
  const others: [string, object | undefined][] = [
    ["user.additionalFields", user?.additionalFields],
    ...plugins.map(({ id, schema }): [string, object | undefined] => [
      `the plugin "${id}"`,
      id === "bink-user" ? undefined : schema?.user?.fields,
    ]),
  ]
  for (const [owner, fields] of others) {
    const name = names.find((name) => fields && name in fields)
    if (name === undefined) continue
    const fix = OMITTABLE.includes(name)
      ? `To keep that definition, use binkUser({ omit: ["${name}"] }): Bink's ${name} is not stored then.`
      : "Rename that field, or remove it."
    throw new BinkError("invalid_option", `Both ${owner} and binkUser() define the field ${name}. ${fix}`)
  }
}

/** Removes the omitted fields before hooks of other plugins read them: the username plugin refuses names that are taken. */
function omitFromProfile(options: BetterAuthOptions, omitted: readonly string[]): void {
  for (const config of oauthConfigs(options)) {
    if (config.providerId !== PROVIDER_ID || omitted.length === 0) continue
    const { mapProfileToUser } = config
    config.mapProfileToUser = async (profile) => ({
      ...(await mapProfileToUser?.(profile)),
      ...toEntries(omitted, undefined),
    })
  }
}

/** Returns the configs of all generic OAuth plugins. Those of `bink()` have an issuer. */
function oauthConfigs({ plugins = [] }: BetterAuthOptions): (GenericOAuthConfig & { issuer?: string })[] {
  return plugins.flatMap(({ id, options }) => (id === "generic-oauth" ? options?.config : []))
}

function createDatabaseHooks(context: AuthContext, names: string[]): DatabaseHooks {
  return {
    user: {
      create: {
        before: async (user, endpoint) =>
          isBinkCallback(endpoint) ? undefined : removeFields(user, endpoint, context, names),
      },
      update: {
        before: async (user, endpoint) =>
          isBinkCallback(endpoint)
            ? keepEmail(user, context.internalAdapter)
            : removeFields(user, endpoint, context, names),
      },
    },
    account: {
      delete: {
        // Before, not after: the user still exists if the whole user is deleted.
        async before({ providerId, userId }) {
          if (providerId !== PROVIDER_ID) return
          await context.internalAdapter.updateUser(userId, toEntries(names, null))
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
  fieldNames: string[],
): HookResult {
  const names = fieldNames.filter((name) => user[name] !== undefined && user[name] !== null)
  if (names.length === 0) return undefined
  const body: Record<string, unknown> = { ...endpoint?.body, ...endpoint?.body?.data }
  if (names.some((name) => name in body)) throw fieldNotAllowed(fieldNames)
  logger.warn(
    `[authjs-bink] ${names.join(", ")} not stored: only a sign-in with Bink can set them` +
      `${endpoint?.path ? `, not ${endpoint.path}` : ""}. If mapProfileToUser of another provider returns them, remove them.`,
  )
  return removeProperties(user, names)
}

type HookResult = undefined | { data: Record<string, undefined> }

/**
 * Removes properties from a write. Hooks that ran before may have copied them into their result, so that `undefined` has
 * to replace them. Hooks that run later receive the same object, and may copy it too.
 */
function removeProperties(write: Record<string, unknown>, names: readonly string[]): HookResult {
  for (const name of names) delete write[name]
  return { data: toEntries(names, undefined) }
}

/** In this callback, Better Auth writes the fields only from the profile that `bink()` received. */
function isBinkCallback(endpoint: EndpointContext): boolean {
  return endpoint?.path === "/callback/:id" && endpoint.params?.id === PROVIDER_ID
}

function toEntries<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]))
}

/**
 * Better Auth updates the user at every sign-in, email included. If another user of this app has the new address, the
 * update would fail with a database error. The user keeps the old address then.
 */
async function keepEmail(
  user: Record<string, unknown>,
  { findUserByEmail }: AuthContext["internalAdapter"],
): Promise<HookResult> {
  if (typeof user.email !== "string" || !(await findUserByEmail(user.email))) return undefined
  return removeProperties(user, ["email", "emailVerified"])
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
  provider.issuer = oauthConfigs(options).find(({ providerId }) => providerId === PROVIDER_ID)?.issuer
}

/** Returns an error that Better Auth recognizes by its name, so that none of its code is imported. */
function fieldNotAllowed(names: string[]): Error {
  const message = `The fields ${names.join(", ")} come from Bink and cannot be set.`
  return Object.assign(new Error(message), {
    name: "APIError",
    status: "BAD_REQUEST",
    statusCode: 400,
    headers: {},
    body: { code: "FIELD_NOT_ALLOWED", message },
  })
}
