export { BinkError, type BinkErrorCode } from "../errors.js"
export type { VerificationLevel } from "../profile/levels.js"
export { type BinkPlan, type BinkProfile, parseProfile } from "../profile/profile.js"
export { type GetBinkUserOptions, getBinkUser } from "./get-bink-user.js"
