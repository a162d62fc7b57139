import { BinkError } from "authjs-bink"
import { redirect } from "react-router"
import { bink, commitSession, getSession } from "../session.server"
import type { Route } from "./+types/callback"

export async function loader({ request }: Route.LoaderArgs) {
  const session = await getSession(request.headers.get("Cookie"))
  const checks = session.get("checks")
  session.unset("checks")
  let location = "/"
  try {
    const { profile } = await bink.exchangeCallback(request, { ...checks })
    session.set("user", profile)
  } catch (error) {
    console.error(error)
    location = `/?error=${error instanceof BinkError ? error.code : "failed"}`
  }
  return redirect(location, { headers: { "Set-Cookie": await commitSession(session) } })
}
