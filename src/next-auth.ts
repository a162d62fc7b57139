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
export type {} from "@auth/core/jwt"

/** @ts-ignore */
import type { Session as CoreSession, User as CoreUser } from "@auth/core/types"
/** @ts-ignore */
import type * as nextAuth from "next-auth"

/** @ts-ignore */
export type {} from "next-auth/jwt"

import type { BinkIdentity } from "./session/identity.js"

// Upstream: next-auth 5 re-exports the types of @auth/core. If an interface is augmented under both names, TypeScript
// keeps the two augmentations apart, and only one of the names has both. Apps augment `User`, `Session` and `JWT` under
// either name. So this file augments the interfaces that these extend, which apps do not augment. next-auth 5 does not
// export the one that `User` extends, and in many apps its own copy of @auth/core cannot be resolved from here. So `User`
// and `Session` are augmented too, with what the app declares for @auth/core as their base. An augmentation has no effect
// unless its module is imported somewhere, so this file imports all four.

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
  /** @ts-ignore */
  interface User extends UserBase {
    bink?: BinkIdentity
  }
  /**
   * Upstream: in NextAuth 4 the type of `session.user` has no name, so `Session` itself needs a new `user`. As an
   * interface member it would conflict with an app that declares `user` itself. The base of a class comes before the
   * bases of the interface that it merges with, and after the members that the app declares.
   */
  /** @ts-ignore */
  abstract class Session extends SessionBase {}
}

/** `V4` in an app with NextAuth 4, the only version with `getServerSession`. */
type ByVersion<V4, V5> = typeof nextAuth extends { getServerSession: unknown } ? V4 : V5

type UserBase = ByVersion<object, CoreUser>
declare const SessionBase: abstract new () => ByVersion<
  { user?: { name?: string | null; email?: string | null; image?: string | null; bink?: BinkIdentity } },
  CoreSession
>
