import { VerificationBadge } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import type { ReactNode } from "react"
import { auth } from "../../auth"
import { Avatar } from "../../components/avatar"
import { UserName } from "../../components/user-name"
import { signOutOfDemo } from "../actions"

export const metadata: Metadata = { title: "Your profile" }

const LEVEL_NAMES = { 0: "Not verified", 1: "Passkey-verified", 2: "Trusted" } as const

export default async function ProfilePage() {
  const user = (await auth())?.user
  if (!user) redirect("/sign-in?callbackUrl=/profile")
  const { bink } = user

  return (
    <article className="card">
      <header className="profile-header">
        <Avatar name={user.name} image={user.image} size={72} />
        <div>
          <h1>
            <UserName user={user} />
          </h1>
          <p>{bink?.username ? `@${bink.username}` : "No username"}</p>
        </div>
      </header>
      <dl>
        <Field name="Name">{user.name}</Field>
        <Field name="Email">{user.email}</Field>
        <Field name="Username">{bink?.username}</Field>
        <Field name="Picture">
          {user.image && (
            <a className="address" href={user.image}>
              {user.image}
            </a>
          )}
        </Field>
        {bink && (
          <>
            <Field name="Plan">{bink.plan}</Field>
            <Field name="Verification">
              <VerificationBadge verificationLevel={bink.verificationLevel} decorative />{" "}
              {LEVEL_NAMES[bink.verificationLevel]} (level&nbsp;{bink.verificationLevel})
            </Field>
            <Field name="Bink ID">
              <code>{bink.id}</code>
            </Field>
            <Field name="Checked">
              <Timestamp seconds={bink.checkedAt} />
            </Field>
          </>
        )}
      </dl>
      <form action={signOutOfDemo}>
        <button type="submit" className="button">
          Sign out
        </button>
      </form>
    </article>
  )
}

function Field({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children ?? <span className="none">None</span>}</dd>
    </div>
  )
}

function Timestamp({ seconds }: { seconds: number }) {
  const date = new Date(seconds * 1000)
  const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" })
  return <time dateTime={date.toISOString()}>{format.format(date)} UTC</time>
}
