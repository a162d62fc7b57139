import { SignInWithBinkButton } from "authjs-bink/react"
import type { Metadata } from "next"
import Link from "next/link"
import { redirect } from "next/navigation"
import { auth } from "../../auth"
import { signInWithBink } from "../actions"
import { signInError } from "./errors"

export const metadata: Metadata = { title: "Sign in" }

/** The page that Auth.js redirects to for a sign-in, and for errors with `?error=`. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { error: errorCode, callbackUrl } = await searchParams
  const redirectTo = typeof callbackUrl === "string" ? callbackUrl : "/profile"
  const isSignedIn = Boolean((await auth())?.user)
  if (isSignedIn && errorCode === undefined) redirect("/profile")
  // The error of an earlier sign-in stays in the URL.
  if (isSignedIn) {
    return (
      <section className="card message">
        <h1>You are signed in</h1>
        <p>
          <Link href="/profile">Open your profile</Link>
        </p>
      </section>
    )
  }

  const error = signInError(errorCode)
  return (
    <section className="card message">
      <h1>{error?.title ?? "Sign in to continue"}</h1>
      <p role={error && "alert"}>
        {error?.text ?? "This app receives your Bink profile and your verification level."}
      </p>
      <SignInWithBinkButton
        action={signInWithBink.bind(null, redirectTo)}
        text={error ? "continue_with" : "signin_with"}
      />
    </section>
  )
}
