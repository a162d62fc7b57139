import { meetsVerification } from "authjs-bink"
import { VerificationBadge } from "authjs-bink/react"
import type { Metadata } from "next"
import { redirect } from "next/navigation"
import { auth } from "../../auth"
import { AccessDenied } from "../../components/access-denied"

export const metadata: Metadata = { title: "Trusted members" }

export default async function TrustedPage() {
  const user = (await auth())?.user
  if (!user) redirect("/sign-in?callbackUrl=/trusted")
  if (!meetsVerification(user.bink, { level: 2 }))
    return <AccessDenied level={2} bink={user.bink} path="/trusted" />

  return (
    <section className="card message">
      <p className="badge">
        <VerificationBadge verificationLevel={2} size={40} decorative />
      </p>
      <h1>Trusted members</h1>
      <p>You have access: your Bink account has the gold badge.</p>
    </section>
  )
}
