export { BinkError, type BinkErrorCode } from "../errors.js"
export type { VerificationLevel } from "../profile/levels.js"
export type { BinkPlan, BinkProfile } from "../profile/profile.js"
export {
  type AuthorizationParameters,
  type BinkOAuthClient,
  type BinkOAuthClientOptions,
  type BinkSignIn,
  type CallbackChecks,
  type Check,
  createBinkClient,
} from "./client.js"
export { generateCodeVerifier, generateState } from "./random.js"
export type { Tokens } from "./tokens.js"
