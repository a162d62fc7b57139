import { type DefaultSession, getSession } from "@auth/express"
import Bink, { withBink } from "authjs-bink"
import type { Request } from "express"

declare module "@auth/express" {
  interface Session {
    user: { address: string } & DefaultSession["user"]
  }
}
const config = withBink({ providers: [Bink] })
export async function current(req: Request) {
  const session = await getSession(req, config)
  return [session?.user.address, session?.user.bink?.plan]
}
