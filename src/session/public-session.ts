import type { SessionParams } from "./auth-config.js"
import type { BinkIdentity } from "./identity.js"

type Session = SessionParams["session"]

/**
 * What a session callback may give where an app has none of its own.
 *
 * Once there is a callback, Auth.js 5 no longer filters a database session: the browser would get the session's
 * token and every column of the user. Filtering here takes `user.id` and the columns from the server's `auth()`,
 * which gives them to an app without a callback. The two part in one thing: `auth()` spreads what it is given into an
 * object of its own, while the browser is sent the JSON of this very object. So it is whole, and its JSON is not.
 */
export function wholeForServer(session: Session, bink: BinkIdentity | undefined): Session {
  return "sessionToken" in session
    ? Object.defineProperty(session, "toJSON", { value: () => forBrowser(session, bink) })
    : session
}

function forBrowser({ user: { name, email, image } = {}, expires }: Session, bink: BinkIdentity | undefined) {
  return { user: { name, email, image, ...(bink && { bink }) }, expires }
}
