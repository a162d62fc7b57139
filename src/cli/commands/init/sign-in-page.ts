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
function pageSource(project: Project, config: string, from: string): string {
  const { router, nextAuth, typescript } = project
  const exports = (name: string) => new RegExp(`\\bexport\\b[^=]*\\b${name}\\b`).test(config)
  if (nextAuth === 5) {
    // Beside the pages router, next-auth 5 cannot be imported on the server without a setting in next.config.
    if (router === "pages") return pagesPage5(typescript)
    if (!exports("auth") || !exports("signIn") || !exports("signOut")) return buttonAlone()
    return appPage(project, {
      imports: `import { auth, signIn, signOut } from "${from}"`,
      session: "await auth()",
      button: ACTION,
      signOut: SIGN_OUT_FORM,
    })
  }
  if (!exports("authOptions")) return buttonAlone()
  const imports = `import { getServerSession } from "next-auth/next"\nimport { authOptions } from "${from}"`
  if (router === "pages") return pagesPage4(typescript, imports)
  return appPage(project, {
    imports,
    session: "await getServerSession(authOptions)",
    button: CLIENT,
    signOut: SIGN_OUT_LINK,
  })
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

/** Beside the name under Tailwind's reset as well, which makes every `<svg>` a block of its own. */
const badge = (level: string) =>
  `<VerificationBadge style={{ display: "inline" }} verificationLevel={${level}} />`

const ERROR = `{error && <p role="alert">Signing in did not work. Please try again.</p>}`

const REDIRECT_TO = `typeof callbackUrl === "string" ? callbackUrl : "/sign-in"`

const ACTION = `<SignInWithBinkButton
            action={async () => {
              "use server"
              await signIn("bink", { redirectTo: ${REDIRECT_TO} })
            }}
          />`

const CLIENT = `<SignInWithBinkButton redirectTo={${REDIRECT_TO}} />`

const SIGN_OUT_FORM = `<form
            action={async () => {
              "use server"
              await signOut({ redirectTo: "/sign-in" })
            }}
          >
            <button type="submit" style={{ padding: "0.5rem 1rem", font: "inherit" }}>
              Sign out
            </button>
          </form>`

const SIGN_OUT_LINK = `<a href="/api/auth/signout">Sign out</a>`

/** What differs between the versions of next-auth. */
interface AppPageParts {
  imports: string
  session: string
  button: string
  signOut: string
}

function appPage({ typescript, cacheComponents }: Project, parts: AppPageParts): string {
  const props = typescript ? ": Props" : ""
  // With Cache Components, what belongs to one request has to wait inside a boundary. Without, it had better not: there
  // the page works with JavaScript switched off.
  const [imports, component, wait] = cacheComponents
    ? [
        'import { connection } from "next/server"\nimport { Suspense } from "react"\n',
        `export default function SignInPage(props${props}) {
  return (
    <Suspense>
      <SignIn {...props} />
    </Suspense>
  )
}

async function SignIn`,
        "  await connection()\n",
      ]
    : ["", "export default async function SignInPage", ""]
  return `import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
${imports}${parts.imports}
${typescript ? "\ntype Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }\n" : ""}
${component}({ searchParams }${props}) {
${wait}  const { callbackUrl, error } = await searchParams
  const session = ${parts.session}

  return (
    ${MAIN}
      {session?.user ? (
        <>
          <h1>
            Welcome{session.user.name ? \`, \${session.user.name}\` : ""}{" "}
            ${badge("session.user.bink?.verificationLevel")}
          </h1>
          ${parts.signOut}
        </>
      ) : (
        <>
          <h1>Sign in</h1>
          ${ERROR}
          ${parts.button}
        </>
      )}
    </main>
  )
}
`
}

function pagesPage4(typescript: boolean, imports: string): string {
  return `import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
${typescript ? 'import type { GetServerSidePropsContext, InferGetServerSidePropsType } from "next"\n' : ""}${imports}

export async function getServerSideProps(context${typescript ? ": GetServerSidePropsContext" : ""}) {
  const session = await getServerSession(context.req, context.res, authOptions)
  const { callbackUrl, error } = context.query
  return {
    props: {
      isSignedIn: Boolean(session?.user),
      name: session?.user?.name ?? null,
      verificationLevel: session?.user?.bink?.verificationLevel ?? null,
      redirectTo: ${REDIRECT_TO},
      error: error !== undefined,
    },
  }
}
${typescript ? "\ntype Props = InferGetServerSidePropsType<typeof getServerSideProps>\n" : ""}
export default function SignInPage({ isSignedIn, name, verificationLevel, redirectTo, error }${typescript ? ": Props" : ""}) {
  return (
    ${pagesMain("isSignedIn", "name", "verificationLevel", "redirectTo")}
  )
}
`
}

function pagesPage5(typescript: boolean): string {
  return `import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
${typescript ? 'import type { Session } from "next-auth"\n' : ""}import { getSession } from "next-auth/react"
import { useRouter } from "next/router"
import { useEffect, useState } from "react"

export default function SignInPage() {
  const { callbackUrl, error } = useRouter().query
  const [session, setSession] = useState${typescript ? "<Session | null>" : ""}(null)
  useEffect(() => {
    getSession().then(setSession)
  }, [])

  return (
    ${pagesMain("session?.user", "session.user.name", "session.user.bink?.verificationLevel", REDIRECT_TO)}
  )
}
`
}

function pagesMain(isSignedIn: string, name: string, level: string, redirectTo: string): string {
  return `${MAIN}
      {${isSignedIn} ? (
        <>
          <h1>
            Welcome{${name} ? \`, \${${name}}\` : ""}{" "}
            ${badge(level)}
          </h1>
          ${SIGN_OUT_LINK}
        </>
      ) : (
        <>
          <h1>Sign in</h1>
          ${ERROR}
          <SignInWithBinkButton redirectTo={${redirectTo}} />
        </>
      )}
    </main>`
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
