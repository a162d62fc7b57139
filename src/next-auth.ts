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
import type { Session as CoreSession } from "@auth/core/types"
/** @ts-ignore */
import type * as nextAuth from "next-auth"
import type { BinkIdentity } from "./session/identity.js"

// Upstream: next-auth 5 re-exports the types of @auth/core. If one interface is augmented under both names, TypeScript
// drops one of the two augmentations. Apps augment `User`, `Session` and `JWT`, under either name, so this file
// augments the interfaces that these extend.

/** @ts-ignore */
declare module "@auth/core/types" {
  interface DefaultUser {
    bink?: BinkIdentity
  }
}

/** @ts-ignore */
declare module "@auth/core/jwt" {
  interface DefaultJWT {
    bink?: BinkIdentity
  }
}

/** @ts-ignore */
declare module "next-auth/jwt" {
  interface DefaultJWT {
    bink?: BinkIdentity
  }
}

/** @ts-ignore */
declare module "next-auth" {
  interface DefaultUser {
    bink?: BinkIdentity
  }
  /**
   * Upstream: in NextAuth 4 the type of `session.user` has no name, so `Session` itself needs a new `user`. As an
   * interface member it would conflict with an app that declares `user` itself. The base of a class comes before the
   * bases of the interface that it merges with, and after the members that the app declares.
   */
  /** @ts-ignore */
  class Session extends SessionBase {}
}

/** In next-auth 5, the only version with `customFetch`, this base adds what the app declares for `@auth/core`. */
declare const SessionBase: typeof nextAuth extends { customFetch: unknown }
  ? new () => CoreSession
  : new () => {
      user?: { name?: string | null; email?: string | null; image?: string | null; bink?: BinkIdentity }
    }
