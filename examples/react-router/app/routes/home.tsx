import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { Form, Link, useSubmit } from "react-router"
import { getUser } from "../session.server"
import type { Route } from "./+types/home"

export async function loader({ request }: Route.LoaderArgs) {
  const error = new URL(request.url).searchParams.get("error")
  return { user: await getUser(request), error }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${loaderData?.user ? "Hello" : "Sign in"} · React Router and Bink` },
]

export default function Home({ loaderData: { user, error } }: Route.ComponentProps) {
  if (user) {
    return (
      <>
        <h1>
          Hello, {user.name ?? "Bink user"} <VerificationBadge verificationLevel={user.verificationLevel} />
        </h1>
        <p>You are signed in with Bink.</p>
        <Link to="/verified">Verified members</Link>
        <Form method="post" action="/auth/signout">
          <button type="submit" className="button">
            Sign out
          </button>
        </Form>
      </>
    )
  }
  return (
    <>
      <h1>{error === null ? "Sign in" : "You are not signed in"}</h1>
      {error === null ? (
        <p>This app will receive your public Bink profile.</p>
      ) : (
        <p role="alert">
          {error === "access_denied" ? "You declined." : "The sign-in failed."} Please try again.
        </p>
      )}
      <SignIn />
    </>
  )
}

/** Works without JavaScript: then the browser submits the form itself. */
function SignIn() {
  const submit = useSubmit()
  return (
    <Form method="post" action="/auth/signin/bink">
      <SignInWithBinkButton
        type="submit"
        // No inline <style> element: `styles.css` imports the styles, so that a strict CSP allows them.
        nonce={false}
        onClick={(event) => {
          event.preventDefault()
          submit(event.currentTarget.form)
        }}
      />
    </Form>
  )
}
