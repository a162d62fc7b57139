import { meetsVerification } from "authjs-bink"
import type { NextRequest, NextResponse } from "next/server"
import { withAuth } from "next-auth/middleware"

declare function createMiddleware(options: object): (request: NextRequest) => NextResponse
const handleI18n = createMiddleware({ locales: ["en", "de"], defaultLocale: "en" })
const authMiddleware = withAuth((req) => handleI18n(req), {
  callbacks: { authorized: ({ token }) => meetsVerification(token?.bink, { level: 1 }) },
  pages: { signIn: "/sign-in" },
})
export default function middleware(req: NextRequest) {
  return req.nextUrl.pathname === "/"
    ? handleI18n(req)
    : (authMiddleware as (req: NextRequest) => unknown)(req)
}
