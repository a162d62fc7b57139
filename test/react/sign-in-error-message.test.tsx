import { de } from "authjs-bink/locales"
import { signInErrorMessage } from "authjs-bink/react"
import { expect, test } from "vitest"

const FAILED = "Sign-in failed. Try again."
const DECLINED = "Sign-in was declined."
const DECLINED_OR_FAILED = "Sign-in was declined / Sign-in failed. Try again."
const NOT_LINKED = "Sign in the way you did before."
const NOT_ALLOWED = "This account is not allowed to sign in."

test.each([
  ["Auth.js 5", "OAuthCallbackError", DECLINED],
  ["Auth.js 5", "OAuthAccountNotLinked", NOT_LINKED],
  ["Auth.js 5", "AccountNotLinked", NOT_LINKED],
  ["Auth.js 5", "AccessDenied", NOT_ALLOWED],
  ["Auth.js 5", "Configuration", FAILED],
  ["Auth.js 5", "Verification", FAILED],
  ["Auth.js 5", "MissingCSRF", FAILED],
  ["NextAuth 4", "OAuthCallback", DECLINED_OR_FAILED],
  ["NextAuth 4", "Callback", DECLINED_OR_FAILED],
  ["NextAuth 4", "OAuthSignin", FAILED],
  ["NextAuth 4", "OAuthCreateAccount", FAILED],
  ["NextAuth 4", "Default", FAILED],
  ["a SignInError", "access_denied", DECLINED],
  ["a SignInError", "network_error", FAILED],
  ["an unknown name", "Later", FAILED],
  ["a property name of objects", "constructor", FAILED],
])("%s: %s means: %s", (_, error, text) => {
  expect(signInErrorMessage(error)).toBe(text)
})

test.each([undefined, null, "", [], "SessionRequired"])("%o is no error", (error) => {
  expect(signInErrorMessage(error as string)).toBeUndefined()
})

test("the first of repeated parameters counts", () => {
  expect(signInErrorMessage(["AccessDenied", "Configuration"])).toBe(NOT_ALLOWED)
})

test("messages set the language, and missing texts are English", () => {
  expect(signInErrorMessage("OAuthCallbackError", de)).toBe("Anmeldung abgelehnt.")
  expect(signInErrorMessage("OAuthCallback", de)).toBe(
    "Anmeldung abgelehnt / Anmeldung fehlgeschlagen. Bitte erneut versuchen.",
  )
  expect(signInErrorMessage("AccessDenied", { error: "Fehler." })).toBe(NOT_ALLOWED)
})
