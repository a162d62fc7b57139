import { redirectDocument } from "react-router"
import { destroySession, getSession } from "../session.server"
import type { Route } from "./+types/sign-out"

export async function action({ request }: Route.ActionArgs) {
  const session = await getSession(request.headers.get("Cookie"))
  return redirectDocument("/", { headers: { "Set-Cookie": await destroySession(session) } })
}
