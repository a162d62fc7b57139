import { VerificationBadge } from "authjs-bink/react"
import type { ReactNode } from "react"
import type { User } from "./auth"
import { SignIn, SignOut } from "./controls"

export function StartPage({ user, problem }: { user: User | undefined; problem: string | undefined }) {
  if (user) {
    return (
      <Page title="Hello">
        <h1>
          Hello, {user.name || "someone"} <VerificationBadge verificationLevel={user.verificationLevel} />
        </h1>
        <p>You came in with your Bink identity.</p>
        <a href="/verified">The page for verified people</a>
        <div id="sign-out">
          <SignOut />
        </div>
      </Page>
    )
  }
  return (
    <Page title="Sign in">
      <h1>{problem ? "You are not signed in" : "Come in with Bink"}</h1>
      {problem ? (
        <p role="alert">{problem}</p>
      ) : (
        <p>Approve once on Bink, and this app knows your name and your badge.</p>
      )}
      <div id="sign-in">
        <SignIn />
      </div>
    </Page>
  )
}

export function VerifiedPage({ isVerified }: { isVerified: boolean }) {
  return (
    <Page title="For verified people">
      <h1>{isVerified ? "You are verified" : "This page is for verified people"}</h1>
      <p>
        {isVerified
          ? "Everyone who reads this is passkey-verified on Bink, or trusted."
          : "It takes a blue or a gold badge. Once you have one on Bink, sign in again: this app learns of it then."}
      </p>
      <a href="/">Back to the start</a>
    </Page>
  )
}

function Page({ title, children }: { title: string; children: ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{`${title} · Better Auth and Bink`}</title>
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
