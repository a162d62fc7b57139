import { meetsVerification } from "authjs-bink"
import { getSession, signIn, useSession } from "next-auth/react"

export function useLevel(): 0 | 1 | 2 {
  const { data: session, status, update } = useSession()
  void update({ name: "Yuki" })
  return status === "authenticated" ? (session.user?.bink?.verificationLevel ?? 0) : 0
}
export async function isTrusted() {
  const session = await getSession()
  if (!session) await signIn("bink")
  return meetsVerification(session?.user?.bink, { level: 2, maxAge: 3600 })
}
