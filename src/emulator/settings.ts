import { PERSONAL_ACCESS_TOKEN_PREFIX } from "../oauth/access-token.js"
import type { EmulatorState, RequestContext } from "./context.js"
import { browserCookie, browserId, isCrossSite } from "./http/request.js"
import { page, redirect } from "./http/responses.js"
import { crossSitePage } from "./pages/notice.js"
import { MAX_TOKEN_NAME_LENGTH, settingsLoginPage, settingsPage } from "./pages/settings.js"
import { getUser, listUsers } from "./users.js"

/** Settings of the user who is signed in to Bink, with the personal access tokens in the Developer section. */
export function settings(emulator: EmulatorState, context: RequestContext): Response {
  const { base, form } = context
  if (form && isCrossSite(context)) return page(crossSitePage(base), { status: 403 })
  const { store } = emulator
  const browser = browserId(context)
  if (form?.get("action") === "sign-in") return signIn(emulator, context, browser)

  const user = browser && getUser(emulator, store.sessions.get(browser))
  if (!user) return page(settingsLoginPage(base, listUsers(emulator)))

  const tokens = () => [...store.personalAccessTokens.values()].filter(({ userId }) => userId === user.id)
  switch (form?.get("action")) {
    case "sign-out":
      store.sessions.delete(browser)
      return redirect(`${base}/settings`)
    case "create-token": {
      const name = form.get("name")?.trim() ?? ""
      if (!name || name.length > MAX_TOKEN_NAME_LENGTH) {
        const problem = `Enter a name of 1 to ${MAX_TOKEN_NAME_LENGTH} characters.`
        return page(settingsPage(base, user, tokens(), { problem }), { status: 400 })
      }
      store.unshownTokens.set(browser, createToken(emulator, user.id, name))
      return redirect(`${base}/settings#developer`)
    }
    case "revoke-token":
      store.revokeToken(form.get("token") ?? "", user.id)
      return redirect(`${base}/settings#developer`)
    default: {
      const newToken =
        context.request.method === "GET" ? takeUnshownToken(emulator, browser, user.id) : undefined
      return page(settingsPage(base, user, tokens(), { newToken }), { status: form ? 400 : 200 })
    }
  }
}

function signIn(emulator: EmulatorState, context: RequestContext, browser: string | null): Response {
  const { store, tokenGenerator } = emulator
  const user = getUser(emulator, context.form?.get("person"))
  if (!user) return page(settingsLoginPage(context.base, listUsers(emulator)), { status: 400 })
  const id = browser ?? tokenGenerator.generate()
  store.sessions.set(id, user.id)
  return redirect(`${context.base}/settings`, browserCookie(context, id))
}

function createToken({ store, tokenGenerator, clock }: EmulatorState, userId: string, name: string): string {
  const token = PERSONAL_ACCESS_TOKEN_PREFIX + tokenGenerator.generate()
  store.personalAccessTokens.set(token, {
    id: tokenGenerator.generate(8),
    userId,
    name,
    createdAt: clock.now(),
  })
  return token
}

/** Returns the token that this browser created last, once, and only to its owner. */
function takeUnshownToken({ store }: EmulatorState, browser: string, userId: string): string | undefined {
  const token = store.unshownTokens.get(browser) ?? ""
  store.unshownTokens.delete(browser)
  return store.personalAccessTokens.get(token)?.userId === userId ? token : undefined
}
