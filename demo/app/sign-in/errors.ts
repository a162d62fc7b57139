interface SignInError {
  title: string
  text: string
}

/** Texts for the `?error=` values of Auth.js. */
const ERRORS: Record<string, SignInError> = {
  OAuthCallbackError: {
    title: "You are not signed in",
    text: "You declined, or Bink returned an error. Nothing was shared with this app. You can try again.",
  },
  AccessDenied: {
    title: "Access denied",
    text: "This app does not allow your account. Contact its administrator if you need access.",
  },
  OAuthAccountNotLinked: {
    title: "Account already exists",
    text: "An account with your email address already exists. Sign in the way you did before.",
  },
}

const OTHER_ERROR: SignInError = {
  title: "Sign-in failed",
  text: "Something went wrong while you were signing in. Try again. If it fails again, contact the administrator of this app.",
}

/** Returns the text for an `?error=` parameter, or `undefined` without one. */
export function signInError(error: string | string[] | undefined): SignInError | undefined {
  if (error === undefined) return undefined
  return (typeof error === "string" && Object.hasOwn(ERRORS, error) && ERRORS[error]) || OTHER_ERROR
}
