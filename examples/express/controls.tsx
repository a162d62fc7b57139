import { SignInWithBinkButton } from "authjs-bink/react"

/** What a script has to drive. It is rendered on the server with the page, and hydrated by `client.tsx`. */
export function SignIn() {
  // No <style> element of the button's own: `styles.css` imports them, as a strict policy wants it.
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
