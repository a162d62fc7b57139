import { fn } from "storybook/test"

/** Responses of the mocked Auth.js routes. Left out, a route responds as Auth.js does. */
export interface AuthRoutes {
  csrf?: () => Response | Promise<Response>
  signIn?: () => Response | Promise<Response>
}

/**
 * Where a sign-in leads in a story: an anchor of the same page, so that the browser really navigates and the story stays
 * open.
 */
export const DESTINATION = "#bink"

/**
 * Mocks the two requests of a sign-in, since a story has no server. Other requests are sent as usual. `mocked(fetch)`
 * records all of them.
 *
 * @returns A function that restores `fetch` and the URL.
 */
export function mockAuthRoutes({ csrf, signIn }: AuthRoutes = {}): () => void {
  const original = globalThis.fetch
  globalThis.fetch = fn(async (input: RequestInfo | URL, init?: RequestInit) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    if (pathname.endsWith("/csrf")) return csrf ? csrf() : Response.json({ csrfToken: "story" })
    if (pathname.includes("/signin/")) {
      return signIn ? signIn() : Response.json({ url: new URL(DESTINATION, location.href).href })
    }
    return original(input, init)
  })
  return () => {
    globalThis.fetch = original
    if (location.hash !== DESTINATION) return
    history.replaceState(history.state, "", location.pathname + location.search)
  }
}
