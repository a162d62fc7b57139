import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import type { AuthConfig } from "./auth-config.js"
import type { FileChange } from "./diff.js"
import type { Project } from "./project.js"
import { importPath } from "./route.js"
import { maskSource } from "./source.js"

/** A page to sign in on, unless the app has one, or its config names one. */
export function planSignInPage(project: Project, config: AuthConfig): FileChange | undefined {
  const isNamed =
    config.state !== "new" && /\bpages\s*:\s*\{[^}]*\bsignIn\s*:/.test(maskSource(config.source))
  if (isNamed || hasSignInPage(project)) return undefined

  const extension = project.typescript ? "tsx" : "jsx"
  const page = project.router === "app" ? "app/sign-in/page" : "pages/sign-in"
  const path = `${project.base}${page}.${extension}`
  const from = importPath(project, path, config.path)
  return { path, before: null, after: pageSource(project, config.source, from) }
}

function hasSignInPage({ root, base }: Project): boolean {
  const pages = ["app", "pages"].flatMap((folder) => {
    const path = join(root, base, folder)
    return existsSync(path) ? readdirSync(path, { recursive: true, encoding: "utf8" }) : []
  })
  return pages.some((path) => /(^|[\\/])(sign-?in|log-?in)([\\/](page|index))?\.[jt]sx?$/.test(path))
}

/** The page that fits what the config exports; without a session to ask for, the button alone. */
function pageSource({ router, nextAuth, typescript }: Project, config: string, from: string): string {
  const exports = (name: string) => new RegExp(`\\bexport\\b[^=]*\\b${name}\\b`).test(config)
  if (nextAuth === 5 && exports("auth") && exports("signIn") && exports("signOut")) {
    return router === "app" ? appPage5(from, typescript) : pagesPage5(from, typescript)
  }
  if (nextAuth === 4 && exports("authOptions")) {
    return router === "app" ? appPage4(from, typescript) : pagesPage4(from, typescript)
  }
  return buttonAlone()
}

/** Centred, and in the app's own type and colours. */
const MAIN = `<main
      style={{
        minHeight: "100svh",
        display: "grid",
        placeContent: "center",
        justifyItems: "center",
        gap: "1.5rem",
        padding: "1.5rem",
        textAlign: "center",
      }}
    >`

const ERROR = `{error && <p role="alert">Signing in did not work. Please try again.</p>}`

function appPage5(from: string, typescript: boolean): string {
  return `import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { auth, signIn, signOut } from "${from}"
${typescript ? "\ntype Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }\n" : ""}
export default async function SignInPage({ searchParams }${typescript ? ": Props" : ""}) {
  const { callbackUrl, error } = await searchParams
  const session = await auth()

  return (
    ${MAIN}
      {session?.user ? (
        <>
          <h1>
            Welcome{session.user.name ? \`, \${session.user.name}\` : ""}{" "}
            <VerificationBadge verificationLevel={session.user.bink?.verificationLevel} />
          </h1>
          <form
            action={async () => {
              "use server"
              await signOut({ redirectTo: "/sign-in" })
            }}
          >
            <button type="submit">Sign out</button>
          </form>
        </>
      ) : (
        <>
          <h1>Sign in</h1>
          ${ERROR}
          <SignInWithBinkButton
            action={async () => {
              "use server"
              await signIn("bink", { redirectTo: typeof callbackUrl === "string" ? callbackUrl : "/sign-in" })
            }}
          />
        </>
      )}
    </main>
  )
}
`
}

function appPage4(from: string, typescript: boolean): string {
  return `import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { getServerSession } from "next-auth/next"
import { authOptions } from "${from}"
${typescript ? "\ntype Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }\n" : ""}
export default async function SignInPage({ searchParams }${typescript ? ": Props" : ""}) {
  const { callbackUrl, error } = await searchParams
  const session = await getServerSession(authOptions)

  return (
    ${MAIN}
      {session?.user ? (
        <>
          <h1>
            Welcome{session.user.name ? \`, \${session.user.name}\` : ""}{" "}
            <VerificationBadge verificationLevel={session.user.bink?.verificationLevel} />
          </h1>
          <a href="/api/auth/signout">Sign out</a>
        </>
      ) : (
        <>
          <h1>Sign in</h1>
          ${ERROR}
          <SignInWithBinkButton redirectTo={typeof callbackUrl === "string" ? callbackUrl : "/sign-in"} />
        </>
      )}
    </main>
  )
}
`
}

function pagesPage5(from: string, typescript: boolean): string {
  return pagesPage(`import { auth } from "${from}"`, "await auth(context)", typescript)
}

function pagesPage4(from: string, typescript: boolean): string {
  return pagesPage(
    `import { getServerSession } from "next-auth/next"\nimport { authOptions } from "${from}"`,
    "await getServerSession(context.req, context.res, authOptions)",
    typescript,
  )
}

function pagesPage(imports: string, session: string, typescript: boolean): string {
  return `import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
${typescript ? 'import type { GetServerSidePropsContext, InferGetServerSidePropsType } from "next"\n' : ""}${imports}

export async function getServerSideProps(context${typescript ? ": GetServerSidePropsContext" : ""}) {
  const session = ${session}
  const { callbackUrl, error } = context.query
  return {
    props: {
      isSignedIn: Boolean(session?.user),
      name: session?.user?.name ?? null,
      verificationLevel: session?.user?.bink?.verificationLevel ?? null,
      redirectTo: typeof callbackUrl === "string" ? callbackUrl : "/sign-in",
      error: error !== undefined,
    },
  }
}
${typescript ? "\ntype Props = InferGetServerSidePropsType<typeof getServerSideProps>\n" : ""}
export default function SignInPage({ isSignedIn, name, verificationLevel, redirectTo, error }${typescript ? ": Props" : ""}) {
  return (
    ${MAIN}
      {isSignedIn ? (
        <>
          <h1>
            Welcome{name ? \`, \${name}\` : ""} <VerificationBadge verificationLevel={verificationLevel} />
          </h1>
          <a href="/api/auth/signout">Sign out</a>
        </>
      ) : (
        <>
          <h1>Sign in</h1>
          ${ERROR}
          <SignInWithBinkButton redirectTo={redirectTo} />
        </>
      )}
    </main>
  )
}
`
}

function buttonAlone(): string {
  return `import { SignInWithBinkButton } from "authjs-bink/react"

export default function SignInPage() {
  return (
    ${MAIN}
      <h1>Sign in</h1>
      <SignInWithBinkButton redirectTo="/" />
    </main>
  )
}
`
}
