import Bink, { meetsVerification, withBink } from "authjs-bink"
import type { GetServerSidePropsContext, NextApiRequest, NextApiResponse } from "next"
import { getServerSession, type NextAuthOptions } from "next-auth"
import { getServerSession as fromNext } from "next-auth/next"

const authOptions: NextAuthOptions = withBink({ providers: [Bink()] })
const untyped = withBink({ providers: [Bink()] })

export async function isTrusted() {
  const session = await getServerSession(authOptions)
  return meetsVerification(session?.user?.bink, { level: 2, maxAge: 600 })
}
export const planOf = async () => (await fromNext(untyped))?.user?.bink?.plan
export async function getServerSideProps({ req, res }: GetServerSidePropsContext) {
  return { props: { session: await getServerSession(req, res, authOptions) } }
}
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const session = await getServerSession(req, res, untyped)
  res.json(session?.user?.bink?.username ?? null)
}
