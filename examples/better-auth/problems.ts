/** By what Better Auth puts into `?error=`. */
const PROBLEMS: Record<string, string> = {
  access_denied: "You declined, and nothing was shared with this app. Try again whenever you like.",
  email_not_found:
    "Bink gave this app no e-mail address of yours, and it keeps nobody without one, so it cannot let you in.",
  account_not_linked:
    "There is an account with your e-mail address already, and it was made in another way. Sign in the way you did then.",
  429: "Those were many tries in a short time. Wait a few seconds, then try again.",
}

export function problemOf(error: unknown): string | undefined {
  if (error === undefined) return undefined
  const words = typeof error === "string" && Object.hasOwn(PROBLEMS, error) && PROBLEMS[error]
  return words || "Signing in did not work, so nothing has changed. Try again whenever you like."
}
