import { generateCodeVerifier, generateState } from "authjs-bink/oauth"
import { redirect } from "react-router"
import { bink, commitSession, getSession } from "../session.server"
import type { Route } from "./+types/sign-in"

export async function action({ request }: Route.ActionArgs) {
  const session = await getSession(request.headers.get("Cookie"))
  const checks = { state: generateState(), codeVerifier: generateCodeVerifier() }
  session.set("checks", checks)
  const url = await bink.createAuthorizationUrl(checks)
  return redirect(url.href, { headers: { "Set-Cookie": await commitSession(session) } })
}
