interface Problem {
  title: string
  text: string
}

/** By what Auth.js puts into `?error=`. */
const PROBLEMS: Record<string, Problem> = {
  OAuthCallbackError: {
    title: "You are not signed in",
    text: "You declined, or Bink could not go through with it. Nothing was shared with this app. Try again whenever you like.",
  },
  AccessDenied: {
    title: "You can’t come in with this account",
    text: "Bink knows you, but this app does not let this account in. If that surprises you, ask the people who run it.",
  },
  OAuthAccountNotLinked: {
    title: "You have been here before",
    text: "There is an account with your e-mail address already, and it was made in another way. Sign in the way you did then.",
  },
}

const ANYTHING_ELSE: Problem = {
  title: "That didn’t work",
  text: "The sign-in could not be completed, so nothing has changed. Please start again from here. If it keeps failing, the people who run this app find the reason in its log.",
}

export function problemOf(error: string | string[] | undefined): Problem | undefined {
  if (error === undefined) return undefined
  return (typeof error === "string" && Object.hasOwn(PROBLEMS, error) && PROBLEMS[error]) || ANYTHING_ELSE
}
