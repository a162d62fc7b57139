import { meetsVerification } from "authjs-bink"
import { VerificationBadge } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { auth } from "../../auth"
import { Refusal } from "../../components/refusal"

export const metadata: Metadata = { title: "The verified room" }

export default async function VerifiedPage() {
  const user = (await auth())?.user
  if (!user) redirect("/sign-in?callbackUrl=/verified")
  if (!meetsVerification(user.bink, { level: 1 }))
    return <Refusal level={1} bink={user.bink} path="/verified" />

  return (
    <section className="card room">
      <p className="emblem">
        <VerificationBadge verificationLevel={1} size={40} decorative />
      </p>
      <h1>The verified room</h1>
      <p>Everyone in here is passkey-verified on Bink, or even trusted. So are you.</p>
    </section>
  )
}
