// https://next-auth.js.org/configuration/initialization#advanced-initialization

import Bink, { withBink } from "authjs-bink"
import type { NextApiRequest, NextApiResponse } from "next"
import NextAuth, { type NextAuthOptions } from "next-auth"

const options = (req: NextApiRequest): NextAuthOptions =>
  withBink({
    providers: [Bink()],
    callbacks: {
      session({ session, token }) {
        return { ...session, host: req.headers.host, id: token.sub }
      },
    },
  })
export default async function auth(req: NextApiRequest, res: NextApiResponse) {
  return await NextAuth(req, res, options(req))
}
