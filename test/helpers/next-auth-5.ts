import { NextRequest } from "next/server.js"
import type NextAuth from "next-auth"
import { cookieHeader, type HttpBrowser } from "./http-browser.ts"

/** Returns what `auth()` of next-auth 5 returns for a browser on the server. */
export async function readAuth(
  auth: ReturnType<typeof NextAuth>["auth"],
  appUrl: string,
  browser: HttpBrowser,
): Promise<Record<string, unknown> | null> {
  const headers = {
    cookie: cookieHeader(browser.cookies(appUrl)),
    host: new URL(appUrl).host,
    "x-forwarded-proto": "http",
  }
  let session: unknown
  const handler = auth((request) => {
    session = request.auth
    return new Response()
  })
  await handler(new NextRequest(`${appUrl}/page`, { headers }), { params: Promise.resolve({}) })
  return session as Record<string, unknown> | null
}
