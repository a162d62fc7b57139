import type { EndpointOption } from "./options.js"
import { withoutAbsent } from "./without-absent.js"

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

/** A user's endpoint in object form: Auth.js loses our address or our parameters where the two forms meet. */
export function endpoint(option?: EndpointOption) {
  return withoutAbsent(typeof option === "string" ? { url: option } : (option ?? {}))
}
