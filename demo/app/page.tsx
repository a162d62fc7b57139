import { meetsVerification } from "authjs-bink"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import Link from "next/link"
import { auth } from "../auth"
import { Avatar } from "../components/avatar"
import { UserName } from "../components/user-name"
import { signInWithBink } from "./actions"

const MEMBER_PAGES = [
  { level: 1, path: "/verified", title: "Verified members", requirement: "Requires a blue or gold badge" },
  { level: 2, path: "/trusted", title: "Trusted members", requirement: "Requires the gold badge" },
] as const

export default async function HomePage() {
  const user = (await auth())?.user
  return (
    <>
      {user ? (
        <section className="hero">
          <Avatar name={user.name} image={user.image} size={72} />
          <h1>
            Hello, <UserName user={user} />
          </h1>
          <p>You are signed in with Bink.</p>
        </section>
      ) : (
        <section className="hero">
          <h1>Sign in to the demo</h1>
          <p>No form, no password. This app receives your Bink profile and your verification level.</p>
          <SignInWithBinkButton action={signInWithBink.bind(null, "/profile")} />
        </section>
      )}
      <section aria-labelledby="pages">
        <h2 id="pages">Pages</h2>
        <ul className="pages">
          <li>
            <Link href="/profile" prefetch={false}>
              <strong>Your profile</strong>
              <span>The data that Bink returns about you</span>
              <em>{user ? "You have access" : "Sign in required"}</em>
            </Link>
          </li>
          {MEMBER_PAGES.map(({ level, path, title, requirement }) => (
            <li key={path}>
              <Link href={path} prefetch={false}>
                <strong>{title}</strong>
                <span>{requirement}</span>
                <em>
                  <VerificationBadge verificationLevel={level} decorative />
                  {meetsVerification(user?.bink, { level })
                    ? "You have access"
                    : user
                      ? "No access"
                      : "Sign in required"}
                </em>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
