import type { Files } from "../../test/helpers/create-next-app.ts"
import type { Cell } from "./cells.ts"

/** Returns a page for trusted users, and the middleware that gates it: `proxy.ts` in Next.js 16. */
export function gatedPage({ next, nextAuth, router }: Cell): Files {
  return {
    [next >= 16 ? "proxy.ts" : "middleware.ts"]: nextAuth === 5 ? AUTH : WITH_AUTH,
    [router === "app" ? "app/members/page.tsx" : "pages/members.tsx"]: MEMBERS,
  }
}

const AUTH = `import { meetsVerification } from "authjs-bink"
import { NextResponse } from "next/server"
import { auth } from "./auth"

export default auth((request) => {
  if (!meetsVerification(request.auth?.user?.bink, { level: 2 })) {
    return NextResponse.redirect(new URL("/sign-in", request.nextUrl))
  }
})

export const config = { matcher: ["/members"] }
`

const WITH_AUTH = `import { meetsVerification } from "authjs-bink"
import { withAuth } from "next-auth/middleware"

export default withAuth({
  callbacks: { authorized: ({ token }) => meetsVerification(token?.bink, { level: 2 }) },
  pages: { signIn: "/sign-in" },
})

export const config = { matcher: ["/members"] }
`

const MEMBERS = `export default function MembersPage() {
  return <h1>Members</h1>
}
`
