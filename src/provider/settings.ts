import type { Check } from "../oauth/client.js"
import { type ClientSettings, readClientSettings, warnOfPlainHttp } from "../oauth/settings.js"
import { customFetchOf } from "./auth-js-5.js"
import type { BinkOptions, EndpointOption, WithCustomFetch } from "./options.js"

/** {@link BinkOptions}, with the environment and the defaults applied, and sorted by who uses them. */
export interface ProviderSettings extends ClientSettings {
  issuer: string
  authorization: EndpointOption | undefined
  token: EndpointOption | undefined
  userinfo: EndpointOption | undefined
  omitEmail: boolean
  checks: Check[]
  /** Everything that Auth.js merges over the provider itself. */
  rest: object
}

/**
 * Reads the options, then the environment, then the defaults.
 *
 * @throws BinkError `invalid_base_url`, `invalid_option`
 */
export function readSettings(options: BinkOptions | WithCustomFetch = {}): ProviderSettings {
  const {
    baseUrl,
    timeout,
    issuer,
    clientId,
    clientSecret,
    authorization,
    token,
    userinfo,
    omitEmail = false,
    checks,
    ...rest
  } = options
  // Auth.js 5 calls an uncalled provider with values of its environment, which may be invisible here (SvelteKit,
  // Workers). It sets `apiKey` then, and `issuer` is AUTH_BINK_ISSUER.
  const isFromEnvironment = "apiKey" in rest
  const settings = readClientSettings({
    clientId,
    clientSecret,
    baseUrl: baseUrl || (isFromEnvironment ? issuer : undefined),
    timeout,
    fetch: customFetchOf(options),
  })
  warnOfPlainHttp(settings.baseUrl)
  return {
    ...settings,
    issuer: (!isFromEnvironment && issuer) || settings.baseUrl,
    authorization,
    token,
    userinfo,
    omitEmail,
    checks: readChecks(checks),
    rest: withoutEmpty(rest),
  }
}

/** A nonce is only checked in an ID token. Without one, `checks: ["nonce"]` would turn all checks off. */
function readChecks(checks: BinkOptions["checks"]): Check[] {
  const list = checks ? [checks].flat() : ["nonce" as const]
  return list.includes("nonce") ? ["pkce", "state"] : (list as Check[])
}

/**
 * Returns the authorization endpoint, with the app's parameters over the default ones. An empty `scope` counts as none
 * (RFC 6749 §3.1). Without the parameter, Auth.js would send its own default scope.
 */
export function authorizationEndpoint(defaultUrl: string, option: EndpointOption | undefined) {
  const { url = defaultUrl, params = {}, ...rest } = endpoint(option)
  const { origin, pathname, searchParams } = new URL(url)
  return {
    ...rest,
    url: origin + pathname,
    params: { scope: "", ...Object.fromEntries(searchParams), ...withoutEmpty(params) },
  }
}

/** Returns an endpoint as an object. Auth.js loses the URL or the parameters when a string overrides an object. */
export function endpoint(option?: EndpointOption) {
  return withoutEmpty(typeof option === "string" ? { url: option } : (option ?? {}))
}

/**
 * Removes properties that are `undefined` or `null`. In NextAuth 4 they would hide a default, and Auth.js 5 would send
 * them as the words "undefined" and "null".
 */
export function withoutEmpty<T extends object>(object: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null),
  ) as { [K in keyof T]?: NonNullable<T[K]> }
}
