export { BinkError, type BinkErrorCode } from "../errors.js"
export type { BinkPlan, BinkProfile } from "../profile/profile.js"
export { type BinkBetterAuthOptions, type BinkBetterAuthUser, bink, type MissingEmail } from "./bink.js"
export {
  type BinkUserClientPlugin,
  type BinkUserOptions,
  type BinkUserPlugin,
  binkUser,
  binkUserClient,
  type OmittableField,
} from "./bink-user.js"
