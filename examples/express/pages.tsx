import type { User } from "@auth/express"
import { VerificationBadge } from "authjs-bink/react"
import type { ReactNode } from "react"
import { SignIn, SignOut } from "./controls"

export function StartPage({ user, error }: { user: User | undefined; error: boolean }) {
  if (user) {
    return (
      <Page title="Hello">
        <h1>
          Hello, {user.name ?? "Bink user"}{" "}
          <VerificationBadge verificationLevel={user.bink?.verificationLevel} />
        </h1>
        <p>You are signed in with Bink.</p>
        <a href="/verified">Verified members</a>
        <div id="sign-out">
          <SignOut />
        </div>
      </Page>
    )
  }
  return (
    <Page title="Sign in">
      <h1>{error ? "You are not signed in" : "Sign in"}</h1>
      {error ? (
        <p role="alert">You declined the request, or the sign-in failed. Please try again.</p>
      ) : (
        <p>This app will receive your public Bink profile.</p>
      )}
      <div id="sign-in">
        <SignIn />
      </div>
    </Page>
  )
}

export function VerifiedPage({ isVerified }: { isVerified: boolean }) {
  return (
    <Page title="Verified members">
      <h1>{isVerified ? "You have access" : "Verified members only"}</h1>
      <p>
        {isVerified
          ? "Only passkey-verified and trusted Bink users can open this page."
          : "This page requires a blue or gold badge. If you received one after you signed in, sign in again."}
      </p>
      <a href="/">Back to the start page</a>
    </Page>
  )
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} · Express and Bink`}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/styles.css" />
        <script type="module" src="/client.js" />
      </head>
      <body>
        <main>{children}</main>
      </body>
    </html>
  )
}
