import { isMarkedAsBink } from "../protocol/mark.js"

/** What this room needs to know of one of Bink's providers. */
export interface BinkProvider {
  id: string
  userinfo: { request: (context: object) => Promise<unknown> }
  /** What the app's own options override. */
  options?: { id?: string }
}

type Factory = (options?: unknown) => object

/**
 * Lets an uncalled `Bink` serve both versions: Auth.js 5 calls a function, with what it finds in an environment of
 * its own, while NextAuth 4 reads a provider's fields and calls nothing. A function that has the fields is both.
 */
export function callable(provider: unknown): unknown {
  if (typeof provider !== "function" || !isMarkedAsBink(provider)) return provider
  const factory = provider as Factory
  // As Auth.js 5 asks for an id: what is missing yet may be in its environment. Whoever reads on is told then.
  const fields = Object.getOwnPropertyDescriptors(factory({}))
  return Object.defineProperties((options?: unknown) => factory(options), fields)
}

/** Type of {@link callable}: only what can be called with nothing gets its fields. */
export type Callable<Provider> = Provider extends () => infer Fields ? Provider & Fields : Provider

/** The Bink under an id, whatever id its options gave it. */
export function findBink(providers: readonly unknown[], id: string): BinkProvider | undefined {
  const binks = providers.filter(isMarkedAsBink) as BinkProvider[]
  return binks.find((bink) => (bink.options?.id ?? bink.id) === id)
}
