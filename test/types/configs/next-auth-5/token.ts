import type { BinkIdentity } from "authjs-bink"
import { decode, getToken, type JWT } from "next-auth/jwt"

export async function identityOf(request: Request): Promise<BinkIdentity | undefined> {
  const token = await getToken({ req: request, secret: "secret" })
  return token?.bink
}
export async function planOf(cookie: string): Promise<"FREE" | "VERIFIED" | "BUSINESS" | undefined> {
  const token: JWT | null = await decode({ token: cookie, secret: "secret", salt: "salt" })
  return token?.bink?.plan
}
