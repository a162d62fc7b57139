import { meetsVerification } from "authjs-bink"
import { data, Link } from "react-router"
import { getUser } from "../session.server"
import type { Route } from "./+types/verified"

export async function loader({ request }: Route.LoaderArgs) {
  const isVerified = meetsVerification(await getUser(request), { level: 1 })
  return data({ isVerified }, { status: isVerified ? 200 : 403 })
}

export const meta: Route.MetaFunction = () => [{ title: "Verified members · React Router and Bink" }]

export default function Verified({ loaderData: { isVerified } }: Route.ComponentProps) {
  return (
    <>
      <h1>{isVerified ? "You have access" : "Verified members only"}</h1>
      <p>
        {isVerified
          ? "Only passkey-verified and trusted Bink users can open this page."
          : "This page requires a blue or gold badge. If you received one after you signed in, sign in again."}
      </p>
      <Link to="/">Back to the start page</Link>
    </>
  )
}
