import Bink, { withBink } from "authjs-bink"
import { NextResponse } from "next/server"
import NextAuth from "next-auth"

const { auth, handlers } = NextAuth(withBink({ providers: [Bink] }))
export const { GET, POST } = handlers
export const PUT = auth(function PUT(req) {
  if (!req.auth) return NextResponse.json({ message: "Not authenticated" }, { status: 401 })
  return NextResponse.json(req.auth.user?.bink?.username ?? null)
})
