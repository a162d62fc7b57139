import type {} from "next-auth"
import type {} from "next-auth/jwt"
import type { BinkIdentity } from "./session/identity.js"

declare module "next-auth" {
  interface User {
    bink?: BinkIdentity
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    bink?: BinkIdentity
  }
}
