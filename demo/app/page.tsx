import { meetsVerification } from "authjs-bink"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import Link from "next/link"
import { auth } from "../auth"
import { Avatar } from "../components/avatar"
import { Name } from "../components/name"
import { signInWithBink } from "./actions"

export default async function HomePage() {
  const user = (await auth())?.user
  return (
    <>
      {user ? (
        <section className="hero">
          <Avatar name={user.name} image={user.image} size={72} />
          <h1>
            Hello, <Name user={user} />
          </h1>
          <p>You came in with your Bink identity. Here is what it opens.</p>
        </section>
      ) : (
        <section className="hero">
          <h1>Come in with your Bink identity</h1>
          <p>No form, no password. Approve once on Bink, and this app knows your name and your badge.</p>
          <SignInWithBinkButton action={signInWithBink.bind(null, "/profile")} />
        </section>
      )}
      <section aria-labelledby="rooms">
        <h2 id="rooms">What is inside</h2>
        <ul className="rooms">
          <li>
            <Link href="/profile" prefetch={false}>
              <strong>Your profile</strong>
              <span>Everything that Bink says about you</span>
              <em>For everyone</em>
            </Link>
          </li>
          {([1, 2] as const).map((level) => (
            <li key={level}>
              <Link href={level === 1 ? "/verified" : "/trusted"} prefetch={false}>
                <strong>{level === 1 ? "The verified room" : "The trusted room"}</strong>
                <span>{level === 1 ? "For a blue or a gold badge" : "For the gold badge alone"}</span>
                <em>
                  <VerificationBadge verificationLevel={level} decorative />
                  {meetsVerification(user?.bink, { level }) ? "Open to you" : "Closed"}
                </em>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
