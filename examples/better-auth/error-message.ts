/** The messages by the value of Better Auth's `?error=`. */
const MESSAGES: Record<string, string> = {
  access_denied: "You declined the request. Nothing was shared with this app.",
  email_not_found: "Your Bink profile has no email address. This app requires one.",
  account_not_linked:
    "An account with your email address already exists. Sign in with the method that you used before.",
  429: "Too many attempts. Wait a few seconds, then try again.",
}

export function errorMessage(error: unknown): string | undefined {
  if (error === undefined) return undefined
  const message = typeof error === "string" && Object.hasOwn(MESSAGES, error) && MESSAGES[error]
  return message || "The sign-in failed. Please try again."
}
