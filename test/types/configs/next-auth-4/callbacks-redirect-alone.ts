import Bink, { withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

export const authOptions: NextAuthOptions = withBink({
  providers: [Bink],
  callbacks: { redirect: ({ baseUrl }) => baseUrl },
})
export const wrong = withBink({
  providers: [Bink],
  // @ts-expect-error the parameters have no such field
  callbacks: { redirect: ({ nope }) => nope },
})
