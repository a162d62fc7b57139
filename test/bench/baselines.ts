/** A hand-written badge: both icons, with the props of an SVG. */
export const BARE_BADGE = `export const Badge = ({ level, size = "1em", label, ...props }) =>
  <svg viewBox="0 0 24 24" width={size} height={size} role="img" aria-label={label} {...props}>
    <path d={level > 1 ? "M12 1.6 21 4.8v6.4c0 5.2-3.6 9.2-9 11.2-5.4-2-9-6-9-11.2V4.8z" : "M12 1a11 11 0 0 1 0 22 11 11 0 0 1 0-22z"} fill={level > 1 ? "#ffc53d" : "#1f6feb"} />
    <path d="M7.8 11.9l3 3 5.4-5.8" fill="none" stroke="#fff" strokeWidth="2" />
  </svg>`

/** A hand-written button: the sign-in requests, without styles, pending state or errors. */
export const BARE_BUTTON = `export function Button() {
  const signIn = async () => {
    const { csrfToken } = await (await fetch("/api/auth/csrf")).json()
    const body = new URLSearchParams({ csrfToken, callbackUrl: location.href })
    const headers = { "X-Auth-Return-Redirect": "1" }
    const { url } = await (await fetch("/api/auth/signin/bink", { method: "POST", headers, body })).json()
    location.href = url
  }
  return <button type="button" onClick={signIn}>Sign in with Bink</button>
}`

/** A button with `signIn` of next-auth: a pending state, without styles. */
export const NEXT_AUTH_BUTTON = `import { useState } from "react"
import { signIn } from "next-auth/react"
export function Button(props) {
  const [pending, setPending] = useState(false)
  return <button type="button" disabled={pending} {...props} onClick={() => { setPending(true); signIn("bink") }}>Sign in with Bink</button>
}`
