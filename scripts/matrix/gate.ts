import type { Files } from "../../test/flow/create-next-app.ts"
import type { Cell } from "./cells.ts"

/** A page for trusted people, and what stands before it: middleware.ts, which Next.js 16 calls proxy.ts. */
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
