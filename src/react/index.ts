// Works in Server Components, without client code.
export { VerificationBadge, type VerificationBadgeProps } from "./verification-badge.js"
export { VerificationBadgeButton, type VerificationBadgeButtonProps } from "./verification-badge-button.js"

// The rest, of which only the button and the hook are client code.

export { BinkLogo } from "./bink-logo.js"
export type {
  BinkBadgeMessages,
  BinkButtonMessages,
  BinkErrorMessages,
  BinkLanguage,
  BinkMessages,
} from "./messages.js"
export type { SignInError } from "./sign-in.js"
export { signInErrorMessage } from "./sign-in-error-message.js"
export { SignInWithBinkButton, type SignInWithBinkButtonProps } from "./sign-in-with-bink-button.js"
export {
  type UseSignInWithBinkOptions,
  type UseSignInWithBinkResult,
  useSignInWithBink,
} from "./use-sign-in-with-bink.js"
