import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers, auth, signIn, signOut } = NextAuth(withBink({ providers: [Bink] }))

export async function level(): Promise<0 | 1 | 2 | undefined> {
  const session = await auth()
  return session?.user?.bink?.verificationLevel
}
