// biome-ignore-all lint/suspicious/noTsIgnore: an error is expected in some apps and not in others

/**
 * Types only: `import type {} from "authjs-bink/next-auth"` once, anywhere in an app, types `session.user.bink` and the
 * `bink` of a session token, in Auth.js 5 and in NextAuth 4.
 *
 * An app has one of these modules or another, and the compiler complains of one that is not there: hence the
 * `@ts-ignore`s, without which an app that checks its libraries would not compile.
 *
 * @module
 */
/** @ts-ignore */
import type * as nextAuth from "next-auth"
import type { BinkIdentity } from "./session/identity.js"

/**
 * In v4 the user of a session has a type without a name, and only `Session` itself can give it another. In v5 it is
 * `User`, and `Session["user"]` is left to the app, which could not declare it a second time. So the member is called
 * `user` in v4, and in v5 by a symbol that nobody has. (`customFetch` came with v5.)
 */
declare const user: typeof nextAuth extends { customFetch: unknown } ? typeof unnamed : "user"
declare const unnamed: unique symbol

/** @ts-ignore */
declare module "next-auth" {
  interface User {
    bink?: BinkIdentity
  }
  interface Session {
    /** @ts-ignore */
    [user]?: { name?: string | null; email?: string | null; image?: string | null; bink?: BinkIdentity }
  }
}

/** @ts-ignore */
declare module "next-auth/jwt" {
  interface JWT {
    bink?: BinkIdentity
  }
}

/** @ts-ignore */
declare module "@auth/core/types" {
  interface User {
    bink?: BinkIdentity
  }
}

/** @ts-ignore */
declare module "@auth/core/jwt" {
  interface JWT {
    bink?: BinkIdentity
  }
}
