import { fn } from "storybook/test"

/** What the app's Auth.js routes say in a story, by the end of their path. */
export interface AuthRoutes {
  csrf?: () => Response | Promise<Response>
  signIn?: () => Response | Promise<Response>
}

/**
 * Where a story's sign-in leads: an anchor of the same page, so that the browser goes there for real and the story
 * stays.
 */
export const DESTINATION = "#bink"

/**
 * Answers the two requests of a sign-in until the returned function is called, since a story has no server. Any other
 * request goes out as it would have.
 */
export function answerAuthRoutes({ csrf, signIn }: AuthRoutes = {}) {
  const original = globalThis.fetch
  const requests = fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    if (pathname.endsWith("/csrf")) return csrf ? csrf() : Response.json({ csrfToken: "story" })
    if (pathname.includes("/signin/")) {
      return signIn ? signIn() : Response.json({ url: new URL(DESTINATION, location.href).href })
    }
    return original(input, init)
  })
  globalThis.fetch = requests
  const restore = () => {
    globalThis.fetch = original
    if (location.hash === DESTINATION)
      history.replaceState(history.state, "", location.pathname + location.search)
  }
  return { requests, restore }
}
