import { SignInWithBinkButton } from "authjs-bink/react"
import { createAuthClient } from "better-auth/client"

const authClient = createAuthClient()

/** What a script has to drive. It is rendered on the server with the page, and hydrated by `client.tsx`. */
export function SignIn() {
  return (
    <SignInWithBinkButton
      // No <style> element of the button's own: `styles.css` imports them, as a strict policy wants it.
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

/** Better Auth's client goes to Bink by itself. Whoever comes back without a session finds the reason in `?error=`. */
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
