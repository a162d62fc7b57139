import { ExpressAuth, getSession } from "@auth/express"
import Bink, { meetsVerification, withBink } from "authjs-bink"
import type { NextFunction, Request, Response } from "express"

const config = withBink({ providers: [Bink] })
export const handler = ExpressAuth(config)
export async function requireLevel(req: Request, res: Response, next: NextFunction) {
  const session = await getSession(req, config)
  res.locals.session = session
  if (meetsVerification(session?.user?.bink, { level: 1 })) next()
  else res.redirect("/sign-in")
}
