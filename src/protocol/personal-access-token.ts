/**
 * What every personal access token starts with. Such a token is its owner's whole key to the API, for their own
 * scripts: it has no place in a browser page, nor in an app that serves others.
 *
 * @see Bink's developer page, "Personal Access Tokens"
 */
export const PERSONAL_ACCESS_TOKEN_PREFIX = "bink_"

/** Whether a bearer token is a personal access token, and not one from an OAuth sign-in. */
export function isPersonalAccessToken(token: string): boolean {
  return token.startsWith(PERSONAL_ACCESS_TOKEN_PREFIX)
}
