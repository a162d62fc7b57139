import { meetsVerification } from "authjs-bink"
import { VerificationBadge } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { auth } from "../../auth"
import { Refusal } from "../../components/refusal"

export const metadata: Metadata = { title: "The trusted room" }

export default async function TrustedPage() {
  const user = (await auth())?.user
  if (!user) redirect("/sign-in?callbackUrl=/trusted")
  if (!meetsVerification(user.bink, { level: 2 }))
    return <Refusal level={2} bink={user.bink} path="/trusted" />

  return (
    <section className="card room">
      <p className="emblem">
        <VerificationBadge verificationLevel={2} size={40} decorative />
      </p>
      <h1>The trusted room</h1>
      <p>Everyone in here is trusted by Bink: the gold badge beside the name says so. You have it too.</p>
    </section>
  )
}
