import Bink, { withBink } from "authjs-bink"
import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from "next"
import NextAuth, { type Session } from "next-auth"

const { auth } = NextAuth(withBink({ providers: [Bink] }))
export async function getServerSideProps(context: GetServerSidePropsContext) {
  return { props: { session: await auth(context) } }
}
export default async function handler(req: NextApiRequest, res: NextApiResponse<Session | null>) {
  res.json(await auth(req, res))
}
