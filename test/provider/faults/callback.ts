import { STOLEN_TOKEN, sendBack } from "../bink-server.ts"
import { createBrowser } from "../browser.ts"
import { type Fault, type Outcome, page, type Stage } from "./fault.ts"

const isCallback = (url: URL) => url.pathname === "/api/auth/callback/bink"

/** A sign-in up to the callback, which is not yet visited. */
const untilCallback = ({ browser, app }: Stage) => browser.signIn(app.url, isCallback)

/** Sends the person back with other parameters than those of a good answer; `null` takes one away. */
const answer = (name: string, want: Outcome, parameters: Record<string, string | null>): Fault => ({
  name,
  want,
  bink: { authorize: (response, seen) => sendBack(response, seen, parameters) },
  isQuotedByAuthjs: want !== "S",
})

const issuer = (name: string, want: Outcome, suffix: string): Fault => ({
  name,
  want,
  bink: {
    authorize: (response, seen) => sendBack(response, seen, { iss: `http://${seen.headers.host}${suffix}` }),
  },
  isQuotedByAuthjs: want !== "S",
})

/** Loses the cookies whose names fit, between leaving for Bink and coming back. */
const loss = (name: string, cookie: RegExp): Fault => ({
  name,
  want: "C",
  async act(stage) {
    const { url } = await untilCallback(stage)
    const cookies = stage.browser.cookies(stage.app.url)
    for (const key of [...cookies.keys()]) if (cookie.test(key)) cookies.delete(key)
    return stage.browser.go(url)
  },
})

export const CALLBACK_FAULTS: Fault[] = [
  answer("the person denies", "P", { code: null, error: "access_denied" }),
  answer("`error=server_error`", "P", { code: null, error: "server_error" }),
  answer("an error beside a code", "P", { error: "access_denied", error_description: "<script>" }),
  answer("no `state`", "C", { state: null }),
  answer("an empty `state`", "C", { state: "" }),
  answer("a forged `state`", "C", { state: "forged" }),
  answer("a denial with a forged `state`", "C", { state: "forged", code: null, error: "access_denied" }),
  {
    name: "the callback of another browser, in a browser that began a sign-in",
    want: "C",
    isQuotedByAuthjs: true,
    async act(stage) {
      const { url } = await untilCallback({ ...stage, browser: createBrowser() })
      await untilCallback(stage)
      return stage.browser.go(url)
    },
  },
  {
    name: "the callback of another browser, out of the blue",
    want: "C",
    async act(stage) {
      const { url } = await untilCallback({ ...stage, browser: createBrowser() })
      return stage.browser.go(url)
    },
  },
  loss("the `state` cookie lost", /\.state$/),
  loss("the PKCE cookie lost", /\.pkce\./),
  loss("all cookies lost", /./),
  {
    name: "the `state` cookie in the place of the PKCE cookie",
    want: "C",
    async act(stage) {
      const { url } = await untilCallback(stage)
      const cookies = stage.browser.cookies(stage.app.url)
      const find = (part: string) => [...cookies.keys()].find((key) => key.includes(part)) ?? ""
      cookies.set(find(".pkce."), cookies.get(find(".state")) ?? "")
      return stage.browser.go(url)
    },
  },
  {
    name: "the callback twice, or Back",
    want: "C",
    keepsSession: true,
    async act(stage) {
      const { url } = await untilCallback(stage)
      await stage.browser.go(url)
      return stage.browser.go(url)
    },
  },
  {
    name: "a denial by someone who is signed in",
    want: "P",
    keepsSession: true,
    async act({ app, bink, browser }) {
      await browser.signIn(app.url)
      bink.misbehave({
        authorize: (response, seen) => sendBack(response, seen, { code: null, error: "access_denied" }),
      })
      return browser.signIn(app.url)
    },
  },
  answer("no code", "C", { code: null }),
  answer("an empty code", "C", { code: "" }),
  answer("an access token instead of a code", "C", {
    code: null,
    access_token: STOLEN_TOKEN,
    token_type: "Bearer",
  }),
  answer("an `id_token` beside the code", "C", { id_token: "a.b.c" }),
  answer("a JARM `response` beside the code", "C", { response: "a.b.c" }),
  answer("parameters nobody knows", "S", { session_state: "x", foo: "bar" }),
  issuer("`iss` is the base URL", "S", ""),
  issuer("`iss` is the base URL and a slash", "C", "/"),
  answer("`iss` is another", "C", { iss: "https://elsewhere.example" }),
  {
    name: "Bink knows no such client or redirect URI",
    want: "B",
    bink: { authorize: page("This app is not registered with Bink.", 400) },
  },
  { name: "no client id and no secret", want: "C", options: { clientId: "", clientSecret: "" } },
  { name: "no secret", want: "C", options: { clientSecret: "" } },
]
