// A package of a monorepo: other packages read its declarations.

import Bink, { withBink } from "authjs-bink"

export const config = withBink({ providers: [Bink()], session: { maxAge: 60 } }, { persist: true })
export const addBink = <Config extends { providers: object[] }>(config: Config) => withBink(config)
