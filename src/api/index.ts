export { BinkError, type BinkErrorCode } from "../errors.js"
export type { VerificationLevel } from "../protocol/levels.js"
export type { BinkPlan, BinkProfile } from "../protocol/profile.js"
export { type GetBinkUserOptions, getBinkUser } from "./get-bink-user.js"
