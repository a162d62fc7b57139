import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

const { signIn, signOut, auth } = NextAuth(withBink({ providers: [Bink] }))
export async function signInWithBink(formData: FormData) {
  await signIn("bink", { redirectTo: String(formData.get("next")) }, { login_hint: "yuki" })
}
export async function leave() {
  await signOut({ redirectTo: "/" })
}
export async function requireUser() {
  const session = await auth()
  if (!session?.user) throw new Error("Sign in first.")
  return session.user.bink?.plan satisfies "FREE" | "VERIFIED" | "BUSINESS" | undefined
}
