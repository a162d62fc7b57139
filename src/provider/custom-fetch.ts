/**
 * Auth.js 5 sends the token request through `provider.options[customFetch]`, and gives it neither a time nor a size
 * to keep to: this is the one place where a provider can. But `customFetch` is a symbol that only @auth/core holds,
 * and importing that at run time breaks every app which has none (v4, and pnpm's strict layout). So the options know
 * the symbol by its description when they are asked for it.
 */
function isCustomFetch(key: string | symbol): key is symbol {
  return typeof key === "symbol" && key.description === "custom-fetch"
}

/** The fetch that a user of `Bink()` set by Auth.js's symbol, say for a proxy. */
export function userFetch(options: object): typeof fetch | undefined {
  const key = Object.getOwnPropertySymbols(options).find(isCustomFetch)
  return key && Reflect.get(options, key)
}

/** The same options, which answer with `fetch` whoever asks for Auth.js's symbol. */
export function withFetch<T extends object>(options: T, request: typeof fetch): T {
  return new Proxy(options, {
    get: (target, key, receiver) => (isCustomFetch(key) ? request : Reflect.get(target, key, receiver)),
  })
}
