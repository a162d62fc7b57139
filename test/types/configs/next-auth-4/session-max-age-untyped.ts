import Bink, { withBink } from "authjs-bink"
import { getServerSession } from "next-auth"

export const authOptions = withBink({ providers: [Bink()], session: { maxAge: 3600, updateAge: 0 } })
export const current = () => getServerSession(authOptions)
