// A package of a monorepo: other packages read its declarations.

import Bink, { withBink } from "authjs-bink"

// `import type {}` would not be in the declarations.
export type {} from "authjs-bink/next-auth"
export const config = withBink({ providers: [Bink()], session: { maxAge: 60 } }, { persist: true })
export const addBink = <Config extends { providers: object[] }>(config: Config) => withBink(config)
