// biome-ignore-all lint/suspicious/noTsIgnore: the error only occurs in some apps

/**
 * Types only. `import type {} from "authjs-bink/next-auth"`, once in an app, types `session.user.bink` and the `bink`
 * of a session token, in Auth.js 5 and NextAuth 4.
 *
 * Not every app has all of the augmented modules. The `@ts-ignore`s are for apps that check their libraries' types.
 *
 * @module
 */
/** @ts-ignore */
import type * as nextAuth from "next-auth"
import type { BinkIdentity } from "./session/identity.js"

/**
 * In v4, the type of `session.user` has no name, so `Session` itself has to be augmented. In v5 it is `User`, and an app
 * may declare `Session["user"]` itself, which it could not do twice. So this member is named `user` in v4, and has an
 * unused symbol as its name in v5. (Only v5 has `customFetch`.)
 */
declare const user: typeof nextAuth extends { customFetch: unknown } ? typeof unused : "user"
declare const unused: unique symbol

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
