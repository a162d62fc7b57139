export { BinkError, type BinkErrorCode } from "./errors.js"
export type { VerificationLevel } from "./profile/levels.js"
export type { BinkPlan, BinkProfile } from "./profile/profile.js"
export { type BinkConfig, default, default as Bink } from "./provider/bink.js"
export type { BinkOptions, BinkUser } from "./provider/options.js"
export type { BinkIdentity } from "./session/identity.js"
export {
  meetsVerification,
  type VerificationRequirement,
  type VerifiedIdentity,
} from "./session/meets-verification.js"
export type { Revalidation, RevalidationStore } from "./session/revalidation.js"
export { type WithBink, type WithBinkOptions, withBink } from "./session/with-bink.js"
