import { SignInWithBinkButton } from "authjs-bink/react"
import { createAuthClient } from "better-auth/client"

const authClient = createAuthClient()

/** Rendered on the server with the page, and hydrated by `client.tsx`. */
export function SignIn() {
  return (
    <SignInWithBinkButton
      // No inline <style> element: `styles.css` imports the styles, so that a strict CSP allows them.
      nonce={false}
      onClick={(event) => {
        event.preventDefault()
        signIn()
      }}
    />
  )
}

export function SignOut() {
  return (
    <button type="button" className="button" onClick={signOut}>
      Sign out
    </button>
  )
}

/** Redirects to Bink. A failed sign-in returns to `errorCallbackURL` with `?error=`. */
async function signIn() {
  const { error } = await authClient.signIn.social({
    provider: "bink",
    callbackURL: "/",
    errorCallbackURL: "/",
  })
  if (error) location.assign(`/?error=${error.code ?? error.status}`)
}

async function signOut() {
  await authClient.signOut()
  location.assign("/")
}
