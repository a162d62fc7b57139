import type { EndpointOption } from "./options.js"

/**
 * The authorization endpoint, with a user's own laid over it and the scope rule kept: Bink documents no scopes, and
 * an empty one counts as none (RFC 6749 §3.1), where Auth.js would make up its own for an absent one.
 */
export function authorizationEndpoint(defaultUrl: string, option: EndpointOption | undefined) {
  const { url = defaultUrl, params = {}, ...rest } = endpoint(option)
  const { origin, pathname, searchParams } = new URL(url)
  return {
    ...rest,
    url: origin + pathname,
    params: { scope: "", ...Object.fromEntries(searchParams), ...withoutAbsent(params) },
  }
}

/**
 * A user's endpoint in object form. Auth.js loses our address or our parameters where the two forms meet, and v5
 * sends an absent value as the word `undefined` or `null`.
 */
export function endpoint(option?: EndpointOption) {
  return withoutAbsent(typeof option === "string" ? { url: option } : (option ?? {}))
}

export function withoutAbsent<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> }
}
