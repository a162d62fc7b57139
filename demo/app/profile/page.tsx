import { VerificationBadge } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { auth } from "../../auth"
import { Avatar } from "../../components/avatar"
import { Name } from "../../components/name"
import { signOutHere } from "../actions"

export const metadata: Metadata = { title: "Your profile" }

const LEVEL_NAMES = { 0: "Not verified", 1: "Passkey-verified", 2: "Trusted" } as const

export default async function ProfilePage() {
  const user = (await auth())?.user
  if (!user) redirect("/sign-in?callbackUrl=/profile")
  const { bink } = user

  return (
    <article className="card">
      <header className="who">
        <Avatar name={user.name} image={user.image} size={72} />
        <div>
          <h1>
            <Name user={user} />
          </h1>
          <p>{bink?.username ? `@${bink.username}` : "No username"}</p>
        </div>
      </header>
      <dl>
        <Fact name="Name">{user.name}</Fact>
        <Fact name="E-mail">{user.email}</Fact>
        <Fact name="Username">{bink?.username}</Fact>
        <Fact name="Picture">
          {user.image && (
            <a className="address" href={user.image}>
              {user.image}
            </a>
          )}
        </Fact>
        {bink && (
          <>
            <Fact name="Plan">{bink.plan}</Fact>
            <Fact name="Verification">
              <VerificationBadge verificationLevel={bink.verificationLevel} decorative />{" "}
              {LEVEL_NAMES[bink.verificationLevel]} (level {bink.verificationLevel})
            </Fact>
            <Fact name="Bink id">
              <code>{bink.id}</code>
            </Fact>
            <Fact name="As of">
              <Moment seconds={bink.checkedAt} />
            </Fact>
          </>
        )}
      </dl>
      <form action={signOutHere}>
        <button type="submit" className="button">
          Sign out
        </button>
      </form>
    </article>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className="none">None</span>}</dd>
    </div>
  )
}

function Moment({ seconds }: { seconds: number }) {
  const date = new Date(seconds * 1000)
  const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })
  return <time dateTime={date.toISOString()}>{format.format(date)} UTC</time>
}
