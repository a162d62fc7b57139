export { BinkError, type BinkErrorCode } from "./errors.js"
export { BINK_BASE_URL } from "./protocol/endpoints.js"
export type { VerificationLevel } from "./protocol/levels.js"
export type { BinkPlan, BinkProfile } from "./protocol/profile.js"
