import { redirectToApp, STOLEN_TOKEN } from "../../helpers/bink-server.ts"
import { createHttpBrowser } from "../../helpers/http-browser.ts"
import { type Context, type Fault, type Outcome, respondHtml } from "./fault.ts"

const isCallback = (url: URL) => url.pathname === "/api/auth/callback/bink"

/** Signs in and stops before the callback. */
const stopAtCallback = ({ browser, app }: Pick<Context, "app" | "browser">) =>
  browser.signIn(app.url, { stopAt: isCallback })

/** Changes parameters of the callback. `null` removes one. */
function callback(name: string, expected: Outcome, params: Record<string, string | null>): Fault {
  return {
    name,
    expected,
    responses: { authorize: redirectToApp(params) },
    isQuotedByAuthJs: expected !== "signed in",
  }
}

/** Adds `iss`: the URL of the Bink server and a suffix. */
function callbackWithIss(name: string, expected: Outcome, suffix: string): Fault {
  return {
    name,
    expected,
    responses: {
      authorize: (response, request) =>
        redirectToApp({ iss: `http://${request.headers.host}${suffix}` })(response, request),
    },
    isQuotedByAuthJs: expected !== "signed in",
  }
}

/** Deletes cookies between the authorization request and the callback. */
function deletedCookies(name: string, cookie: RegExp): Fault {
  return {
    name,
    expected: "error page",
    async act(context) {
      const { url } = await stopAtCallback(context)
      const cookies = context.browser.cookies(context.app.url)
      for (const key of [...cookies.keys()]) if (cookie.test(key)) cookies.delete(key)
      return context.browser.goto(url)
    },
  }
}

export const CALLBACK_FAULTS: Fault[] = [
  callback("the user declines", "sign-in page", { code: null, error: "access_denied" }),
  callback("`error=server_error`", "sign-in page", { code: null, error: "server_error" }),
  callback("an error and a code", "sign-in page", { error: "access_denied", error_description: "<script>" }),
  callback("no `state`", "error page", { state: null }),
  callback("an empty `state`", "error page", { state: "" }),
  callback("a wrong `state`", "error page", { state: "forged" }),
  callback("a declined sign-in with a wrong `state`", "error page", {
    state: "forged",
    code: null,
    error: "access_denied",
  }),
  {
    name: "a callback of another browser, after this browser began a sign-in",
    expected: "error page",
    isQuotedByAuthJs: true,
    async act(context) {
      const { url } = await stopAtCallback({ ...context, browser: createHttpBrowser() })
      await stopAtCallback(context)
      return context.browser.goto(url)
    },
  },
  {
    name: "a callback of another browser, without a sign-in in this browser",
    expected: "error page",
    async act(context) {
      const { url } = await stopAtCallback({ ...context, browser: createHttpBrowser() })
      return context.browser.goto(url)
    },
  },
  deletedCookies("no `state` cookie", /\.state$/),
  deletedCookies("no PKCE cookie", /\.pkce\./),
  deletedCookies("no cookies", /./),
  {
    name: "the PKCE cookie has the value of the `state` cookie",
    expected: "error page",
    async act(context) {
      const { url } = await stopAtCallback(context)
      const cookies = context.browser.cookies(context.app.url)
      const find = (part: string) => [...cookies.keys()].find((key) => key.includes(part)) ?? ""
      cookies.set(find(".pkce."), cookies.get(find(".state")) ?? "")
      return context.browser.goto(url)
    },
  },
  {
    name: "the callback URL is opened twice (reload, Back)",
    expected: "error page",
    keepsSession: true,
    async act(context) {
      const { url } = await stopAtCallback(context)
      await context.browser.goto(url)
      return context.browser.goto(url)
    },
  },
  {
    name: "a signed-in user declines a second sign-in",
    expected: "sign-in page",
    keepsSession: true,
    async act({ app, bink, browser }) {
      await browser.signIn(app.url)
      bink.setResponses({ authorize: redirectToApp({ code: null, error: "access_denied" }) })
      return browser.signIn(app.url)
    },
  },
  callback("no code", "error page", { code: null }),
  callback("an empty code", "error page", { code: "" }),
  callback("an access token instead of a code", "error page", {
    code: null,
    access_token: STOLEN_TOKEN,
    token_type: "Bearer",
  }),
  callback("an `id_token` and a code", "error page", { id_token: "a.b.c" }),
  callback("a JARM `response` and a code", "error page", { response: "a.b.c" }),
  callback("unknown parameters", "signed in", { session_state: "x", foo: "bar" }),
  callbackWithIss("`iss` is the base URL", "signed in", ""),
  callbackWithIss("`iss` is the base URL with a trailing slash", "error page", "/"),
  callback("`iss` is another URL", "error page", { iss: "https://elsewhere.example" }),
  {
    name: "Bink rejects the client id or the redirect URI",
    expected: "stays on Bink",
    responses: { authorize: respondHtml("This app is not registered with Bink.", 400) },
  },
  {
    name: "no client id and no client secret",
    expected: "error page",
    options: { clientId: "", clientSecret: "" },
  },
  { name: "no client secret", expected: "error page", options: { clientSecret: "" } },
]
