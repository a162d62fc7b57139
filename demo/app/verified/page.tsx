import { meetsVerification } from "authjs-bink"
import { VerificationBadge } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { auth } from "../../auth"
import { AccessDenied } from "../../components/access-denied"

export const metadata: Metadata = { title: "Verified members" }

export default async function VerifiedPage() {
  const user = (await auth())?.user
  if (!user) redirect("/sign-in?callbackUrl=/verified")
  if (!meetsVerification(user.bink, { level: 1 }))
    return <AccessDenied level={1} bink={user.bink} path="/verified" />

  return (
    <section className="card message">
      <p className="badge">
        <VerificationBadge verificationLevel={1} size={40} decorative />
      </p>
      <h1>Verified members</h1>
      <p>You have access: your Bink account has a blue or gold badge.</p>
    </section>
  )
}
