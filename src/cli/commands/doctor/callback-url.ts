import type { Finding, Patient } from "./finding.js"

type Whereabouts = Pick<Patient, "env" | "url">

/** Where Bink sends people back to, which it compares character by character. */
export function callbackUrl(patient: Whereabouts): string {
  return `${authUrl(patient)}/callback/bink`
}

/**
 * The address of the framework's own routes, without a trailing slash. `--url` goes before the environment; a path in
 * either is that of the routes.
 */
export function authUrl({ env, url }: Whereabouts): string {
  const named = addressNames.map((name) => env[name]).find((text) => text && URL.canParse(text))
  const { origin } = url ?? new URL(named ?? "http://localhost:3000")
  const paths = [url, named && new URL(named)].map((address) => (address ? address.pathname : ""))
  return origin + (paths.map((path) => path.replace(/\/+$/, "")).find(Boolean) ?? "/api/auth")
}

const addressNames = ["AUTH_URL", "NEXTAUTH_URL", "BETTER_AUTH_URL"]

/** What to register, as far as the environment tells. A running app knows better: see `checkApp`. */
export function checkCallbackUrl(patient: Patient): Finding[] {
  const wrong = addressNames.find((name) => patient.env[name] && !URL.canParse(patient.env[name]))
  if (wrong) {
    return [
      {
        check: "callback",
        status: "error",
        says: `${wrong} is no address, so nobody finds back to the app.`,
        fix: "Set it to where the app is served from, such as https://your-app.example",
      },
    ]
  }
  const says = `Register this callback URL with Bink, to the letter: ${callbackUrl(patient)}`
  return [{ check: "callback", status: "ok", says }]
}
