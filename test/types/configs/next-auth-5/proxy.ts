import Bink, { meetsVerification, withBink } from "authjs-bink"
import { NextResponse } from "next/server"
import NextAuth from "next-auth"

const { auth } = NextAuth(withBink({ providers: [Bink] }))

export default auth((req) => {
  const { nextUrl } = req
  const isVerified = meetsVerification(req.auth?.user?.bink, { level: 1 })
  if (!isVerified && nextUrl.pathname !== "/sign-in")
    return NextResponse.redirect(new URL("/sign-in", nextUrl.origin))
  return NextResponse.next()
})
export const config = { matcher: ["/((?!api|_next/static|_next/image|favicon.ico).*)"] }
