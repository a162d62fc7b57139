import Bink, { withBink } from "authjs-bink"
import { type NextRequest, NextResponse } from "next/server"
import NextAuth from "next-auth"

declare function createMiddleware(options: {
  locales: readonly string[]
}): (request: NextRequest) => NextResponse
const handleI18n = createMiddleware({ locales: ["en", "de"] })
const { auth } = NextAuth(
  withBink({ providers: [Bink], pages: { signIn: "/sign-in" }, callbacks: { authorized: () => true } }),
)
const withAuth = auth((req) => {
  const locale = req.nextUrl.pathname.split("/")[1] ?? "en"
  if (!req.auth) return NextResponse.redirect(new URL(`/${locale}/sign-in`, req.url))
  return handleI18n(req)
})
export default function proxy(request: NextRequest) {
  return request.nextUrl.pathname.endsWith("/sign-in") ? handleI18n(request) : withAuth(request, {} as never)
}
