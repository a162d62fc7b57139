import type { BinkIdentity } from "authjs-bink"
import type { NextApiRequest } from "next"
import { decode, getToken, type JWT } from "next-auth/jwt"

export async function identityOf(req: NextApiRequest): Promise<BinkIdentity | undefined> {
  const token = await getToken({ req })
  return token?.bink
}
export async function planOf(cookie: string): Promise<"FREE" | "VERIFIED" | "BUSINESS" | undefined> {
  const token: JWT | null = await decode({ token: cookie, secret: "secret" })
  return token?.bink?.plan
}
