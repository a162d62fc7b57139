import { meetsVerification } from "authjs-bink"
import { getProviders, getSession, signIn, useSession } from "next-auth/react"

export function useLevel(): 0 | 1 | 2 {
  const { data: session, status } = useSession({ required: true })
  return status === "authenticated" ? (session.user?.bink?.verificationLevel ?? 0) : 0
}
export async function isTrusted() {
  const session = await getSession()
  if (!session) await signIn("bink", { callbackUrl: "/" }, { login_hint: "yuki" })
  return meetsVerification(session?.user?.bink, { level: 2 })
}
export const names = async () => Object.values((await getProviders()) ?? {}).map(({ name }) => name)
