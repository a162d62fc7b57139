import { SignInWithBinkButton } from "authjs-bink/react"

/** Rendered on the server with the page, and hydrated by `client.tsx`. */
export function SignIn() {
  // No inline <style> element: `styles.css` imports the styles, so that a strict CSP allows them.
  return <SignInWithBinkButton basePath="/auth" redirectTo="/" nonce={false} />
}

export function SignOut() {
  return (
    <button type="button" className="button" onClick={signOut}>
      Sign out
    </button>
  )
}

async function signOut() {
  const { csrfToken } = await (await fetch("/auth/csrf")).json()
  await fetch("/auth/signout", { method: "POST", body: new URLSearchParams({ csrfToken }) })
  location.assign("/")
}
