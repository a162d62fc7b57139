/** Packages that apps have installed when they add this package. */
export interface Companion {
  name: string
  /** Ranges by package. The newest version in each range is installed. */
  packages: Record<string, string>
  /** A module of the app, which TypeScript checks. */
  program?: string
}

const NEXT = { next: "^16", react: "^19", "react-dom": "^19" }
const TYPESCRIPT = { typescript: "^5", "@types/node": "^24", "@types/react": "^19" }

export const COMPANIONS: readonly Companion[] = [
  {
    name: "@hono/auth-js",
    packages: { "@hono/auth-js": "^1", "@auth/core": "^0", hono: "^4", react: "^19" },
  },
  { name: "auth-astro", packages: { "auth-astro": "^4", "@auth/core": "~0.37.3", astro: "^7" } },
  {
    name: "@auth/solid-start",
    packages: { "@auth/solid-start": "^0", "solid-js": "^1", "solid-start": "~0.2.14" },
  },
  {
    name: "@auth/qwik",
    packages: { "@auth/qwik": "^0", "@builder.io/qwik": "^1", "@builder.io/qwik-city": "^1" },
  },
  { name: "@sidebase/nuxt-auth", packages: { "@sidebase/nuxt-auth": "^1", "next-auth": "~4.21.1" } },
  { name: "better-auth", packages: { "better-auth": "^1" } },
  {
    name: "next-auth 4",
    packages: { "next-auth": "^4", ...NEXT, ...TYPESCRIPT },
    program: `import { Bink, withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import NextAuth, { getServerSession, type NextAuthOptions } from "next-auth"

export const authOptions: NextAuthOptions = withBink({ providers: [Bink()] })
export const handler = NextAuth(authOptions)
export const level = async (): Promise<0 | 1 | 2 | undefined> =>
  (await getServerSession(authOptions))?.user?.bink?.verificationLevel
`,
  },
  {
    name: "next-auth 5",
    packages: { "next-auth": "^5.0.0-beta.0", ...NEXT, ...TYPESCRIPT },
    program: `import { Bink, withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import NextAuth from "next-auth"

export const { auth, handlers } = NextAuth(withBink({ providers: [Bink] }))
export const level = async (): Promise<0 | 1 | 2 | undefined> => (await auth())?.user?.bink?.verificationLevel
`,
  },
]

/** Returns the companions with these names, or all. Throws if a name is unknown. */
export function selectCompanions(names: readonly string[]): Companion[] {
  const unknown = names.filter((name) => !COMPANIONS.some((companion) => companion.name === name))
  if (unknown.length > 0) {
    const known = COMPANIONS.map(({ name }) => `"${name}"`)
    throw new Error(`Unknown package: ${unknown.join(", ")}. Known packages: ${known.join(", ")}.`)
  }
  return COMPANIONS.filter(({ name }) => names.length === 0 || names.includes(name))
}
