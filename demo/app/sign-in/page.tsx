import { SignInWithBinkButton } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { auth } from "../../auth"
import { signInWithBink } from "../actions"
import { problemOf } from "./problems"

export const metadata: Metadata = { title: "Sign in" }

/** Auth.js sends people here to sign in, and whenever that failed, with a word for why. */
export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { error, callbackUrl } = await searchParams
  const problem = problemOf(error)
  const redirectTo = typeof callbackUrl === "string" ? callbackUrl : "/profile"
  if (!problem && (await auth())?.user) redirect("/profile")

  return (
    <section className="card room">
      <h1>{problem?.title ?? "Sign in to go on"}</h1>
      <p role={problem && "alert"}>{problem?.text ?? "This page is for people who are signed in."}</p>
      <SignInWithBinkButton
        action={signInWithBink.bind(null, redirectTo)}
        text={problem ? "continue_with" : "signin_with"}
      />
    </section>
  )
}
