import { meetsVerification } from "authjs-bink"
import { NextResponse } from "next/server"
import { type NextRequestWithAuth, withAuth } from "next-auth/middleware"

export default withAuth(
  function middleware(req: NextRequestWithAuth) {
    if (!meetsVerification(req.nextauth.token?.bink, { level: 2 })) {
      return NextResponse.rewrite(new URL("/get-verified", req.url))
    }
  },
  { callbacks: { authorized: ({ token }) => token?.bink !== undefined } },
)
export const config = { matcher: ["/vote"] }
