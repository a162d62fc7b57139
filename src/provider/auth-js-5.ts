/**
 * Workarounds for Auth.js 5 (`@auth/core`, next-auth 5). Each documents the upstream behaviour and the workaround.
 *
 * @module
 */
import { httpError, readBytes, send } from "../oauth/http.js"
import type { ClientSettings } from "../oauth/settings.js"
import { withTimeout } from "../oauth/timeout.js"
import { readTokenResponse } from "../oauth/tokens.js"

/**
 * Upstream: the token request has neither a timeout nor a size limit. Auth.js sends it with the function in
 * `provider.options[customFetch]`, and `customFetch` is a symbol of `@auth/core`. Importing it would break apps that do
 * not have `@auth/core` (NextAuth 4, pnpm).
 *
 * Workaround: recognize the symbol by its description. Tested in `test/provider/custom-fetch.test.ts`.
 */
function isCustomFetch(key: string | symbol): key is symbol {
  return typeof key === "symbol" && key.description === "custom-fetch"
}

/** Returns the `fetch` that the app set in `Bink({ [customFetch]: … })`. */
export function customFetchOf(options: object): typeof fetch | undefined {
  const key = Object.getOwnPropertySymbols(options).find(isCustomFetch)
  return key && Reflect.get(options, key)
}

/** Returns `options` with a `fetch` under the `customFetch` symbol of any copy of `@auth/core`. */
export function withCustomFetch<T extends object>(options: T, request: typeof fetch): T {
  return new Proxy(options, {
    get: (target, key, receiver) => (isCustomFetch(key) ? request : Reflect.get(target, key, receiver)),
  })
}

/** Returns a `fetch` with a timeout and a size limit, for {@link withCustomFetch}. */
export function limitedFetch({ timeout, fetch }: Pick<ClientSettings, "timeout" | "fetch">): typeof fetch {
  return (url, init) =>
    withTimeout({ timeout, signal: init?.signal ?? undefined }, async (signal) => {
      const response = await send(fetch, url, { ...init, signal })
      const { status, headers } = response
      // `new Response` throws for other statuses, and for a body with one of these. Bink's responses have bodies.
      if (status < 200 || status > 599 || [204, 205, 304].includes(status)) throw httpError(response)
      const bytes = await readBytes(response)
      return new Response(bytes.length > 0 ? bytes : null, { status, headers })
    })
}

/**
 * Upstream: a token response that oauth4webapi rejects is written to the log, access token included.
 * `provider.token.conform` is called before that. (Auth.js 5 ignores `token.request`.)
 *
 * Workaround: return the documented fields only, or throw. Tested in `test/oauth/tokens.test.ts`.
 */
export async function conformTokens(response: Response): Promise<Response> {
  return Response.json(await readTokenResponse(response))
}

/**
 * Upstream: without a `session` callback, Auth.js removes the session token and the user's columns before a database
 * session goes to the browser, and `auth()` on the server still gets `user.id`. With a callback it removes nothing,
 * and sends what the callback returns to both. `auth()` copies that object; the browser gets its JSON.
 *
 * Workaround: return the whole session, with a `toJSON` that limits what the browser receives. Tested in
 * `test/session/persistence.test.ts`.
 */
export function limitJson<T extends object>(session: T, publicSession: () => object): T {
  return Object.defineProperty(session, "toJSON", { value: publicSession })
}

/**
 * Upstream: the error for a callback without `state` names neither the cause nor the fix. Auth.js wraps it in an error
 * whose `cause` has the provider's id.
 *
 * Workaround: `withBink` logs a second error. Tested in `test/session/logger.test.ts`.
 */
export function isMissingStateError(error: unknown, isBink: (provider: string) => boolean): boolean {
  const { err, provider } = (error as { cause?: { err?: Error; provider?: string } } | undefined)?.cause ?? {}
  return typeof provider === "string" && isBink(provider) && /"state" missing/.test(err?.message ?? "")
}

/**
 * Upstream: Auth.js prints an error itself if the app has no logger. `withBink` sets one, so it has to print it.
 *
 * Workaround: print the same lines, except for objects in full: the error of a callback contains the code.
 */
export function printError(error: unknown): void {
  console.error(`[auth][error] ${describeError(error)}`)
  const { err, ...details } = ((error as Error).cause ?? {}) as { err?: unknown }
  if (err instanceof Error) {
    console.error(`[auth][cause]: ${describeError(err)}`)
    console.error(`[auth][details]: ${JSON.stringify(details, null, 2)}`)
  }
}

/**
 * Returns an error's name, message and stack, without the properties that `console.error(error)` would add.
 *
 * Upstream: production builds rename classes, and with them `name` and the first line of `stack`. Auth.js prints `type`,
 * which keeps the name.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { type = error.name, message, stack = "" } = error as Error & { type?: string }
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line))
  return [`${type}: ${message}`, ...frames].join("\n")
}
