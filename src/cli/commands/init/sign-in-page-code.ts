/** What the code of a new sign-in page depends on. */
export interface SignInPageOptions {
  router: "app" | "pages"
  nextAuth: 4 | 5
  typescript: boolean
  cacheComponents: boolean
  /** `session.user.name` has a type. */
  hasUserName: boolean
  /** The layout has no styles, so the page sets a font. */
  needsFont: boolean
  /** The address of the page, where users return without `callbackUrl`. */
  url: string
  /** URL path of the sign-in routes in the browser. */
  basePath: string
  /** The file that exports `auth`, `signIn` and `signOut`, or the options of next-auth 4. */
  auth: { from: string; names: string[] } | undefined
}

/** Returns the code of a sign-in page: the button, errors, and for signed-in users their name and badge. */
export function signInPageCode(options: SignInPageOptions): string {
  if (options.router === "pages")
    return options.nextAuth === 5 ? pagesOfNextAuth5(options) : pagesOfNextAuth4(options)
  return appPage(options)
}

/** Centred, with the colours of the app. Inline styles look the same with and without Tailwind CSS. */
function main(needsFont: boolean): string {
  const font = needsFont ? '\n        fontFamily: "system-ui, sans-serif",' : ""
  return `<main
      style={{
        minHeight: "80svh",
        display: "grid",
        placeContent: "center",
        justifyItems: "center",
        gap: "1.5rem",
        padding: "1.5rem",
        textAlign: "center",${font}
      }}
    >`
}

const HEADING = `style={{ margin: 0, fontSize: "1.5rem", fontWeight: 600 }}`

const ERROR = `{message && (
            <p
              role="alert"
              style={{
                margin: 0,
                maxWidth: "24rem",
                padding: "0.75rem 1rem",
                border: "1px solid currentColor",
                borderRadius: 8,
              }}
            >
              {message}
            </p>
          )}`

/** Looks the same for a button and a link. */
function signOutStyle(indent: string): string {
  const lines = [
    "style={{",
    '  padding: "0.5rem 1rem",',
    '  border: "1px solid currentColor",',
    "  borderRadius: 8,",
    '  background: "none",',
    '  color: "inherit",',
    '  font: "inherit",',
    '  textDecoration: "none",',
    '  cursor: "pointer",',
    "}}",
  ]
  return lines.map((line) => indent + line).join("\n")
}

const redirectTo = (url: string) => `typeof callbackUrl === "string" ? callbackUrl : "${url}"`

function clientButton(basePath: string, redirect: string): string {
  const base = basePath === "/api/auth" ? "" : ` basePath="${basePath}"`
  return `<SignInWithBinkButton${base} redirectTo={${redirect}} />
          <noscript>Signing in requires JavaScript.</noscript>`
}

const signOutLink = (basePath: string) => `<a
            href="${basePath}/signout"
${signOutStyle("            ")}
          >
            Sign out
          </a>`

function content(parts: {
  isSignedIn: string
  name: string | false
  level: string
  signOut: string
  button: string
}): string {
  const { isSignedIn, name, level, signOut, button } = parts
  const greeting = name ? `Welcome{${name} ? \`, \${${name}}\` : ""}` : "Welcome"
  return `{${isSignedIn} ? (
        <>
          <h1 ${HEADING}>
            ${greeting}{" "}
            <VerificationBadge verificationLevel={${level}} />
          </h1>
          ${signOut}
        </>
      ) : (
        <>
          <h1 ${HEADING}>Sign in</h1>
          ${ERROR}
          ${button}
        </>
      )}`
}

/** Moves the lines after the first to the left: without the condition, the content is two levels higher. */
const dedent = (code: string) => code.replaceAll("\n    ", "\n")

function appPage(options: SignInPageOptions): string {
  const { nextAuth, typescript, cacheComponents, hasUserName, needsFont, url, basePath, auth } = options
  const exported = (...names: string[]) =>
    auth !== undefined && names.every((name) => auth.names.includes(name))
  const isAction = nextAuth === 5 && exported("signIn")
  const button = isAction
    ? `<SignInWithBinkButton
            action={async () => {
              "use server"
              await signIn("bink", { redirectTo: ${redirectTo(url)} })
            }}
          />`
    : clientButton(basePath, redirectTo(url))
  const signOut = exported("signOut")
    ? `<form
            action={async () => {
              "use server"
              await signOut({ redirectTo: "${url}" })
            }}
          >
            <button
              type="submit"
${signOutStyle("              ")}
            >
              Sign out
            </button>
          </form>`
    : signOutLink(basePath)
  const [optionsName] = auth?.names ?? []
  const session =
    nextAuth === 5
      ? exported("auth")
        ? "auth()"
        : undefined
      : optionsName && `getServerSession(${localName(optionsName)})`
  const body = session
    ? content({
        isSignedIn: "session?.user",
        name: hasUserName && "session.user.name",
        level: "session.user.bink?.verificationLevel",
        signOut,
        button,
      })
    : dedent(`<h1 ${HEADING}>Sign in</h1>
          ${ERROR}
          ${button}`)
  const names = [
    ...(nextAuth === 5
      ? ["auth", "signIn", "signOut"].filter((name) => exported(name) && (session || name !== "signOut"))
      : []),
  ]
  const imports = [
    `import { SignInWithBinkButton, signInErrorMessage${session ? ", VerificationBadge" : ""} } from "authjs-bink/react"`,
    ...(nextAuth === 4 && session ? ['import { getServerSession } from "next-auth/next"'] : []),
    ...(cacheComponents
      ? ['import { connection } from "next/server"', 'import { Suspense } from "react"']
      : []),
    ...(auth && nextAuth === 5 && names.length > 0
      ? [`import { ${names.join(", ")} } from "${auth.from}"`]
      : []),
    ...(auth && nextAuth === 4 && optionsName ? [importOptions(optionsName, auth.from)] : []),
  ]
  const props = typescript ? ": Props" : ""
  // With Cache Components, what depends on the request is inside a boundary. Without, the page works without JavaScript.
  const [component, wait] = cacheComponents
    ? [
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
    : ["export default async function SignInPage", ""]
  return `${imports.join("\n")}
${typescript ? "\ntype Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }\n" : ""}
${component}({ searchParams }${props}) {
${wait}  const { callbackUrl, error } = await searchParams
  const message = signInErrorMessage(error)
${session ? `  const session = await ${session}\n` : ""}
  return (
    ${main(needsFont)}
      ${body}
    </main>
  )
}
`
}

const localName = (name: string) => (name === "default" ? "authOptions" : name)

const importOptions = (name: string, from: string) =>
  name === "default" ? `import authOptions from "${from}"` : `import { ${name} } from "${from}"`

function pagesOfNextAuth4(options: SignInPageOptions): string {
  const { typescript, hasUserName, needsFont, url, basePath, auth } = options
  const [name] = auth?.names ?? []
  if (!auth || !name) return pagesOfNextAuth5(options)
  const button = clientButton(basePath, "redirectTo")
  const body = content({
    isSignedIn: "isSignedIn",
    name: hasUserName && "name",
    level: "verificationLevel",
    signOut: signOutLink(basePath),
    button,
  })
  return `import { SignInWithBinkButton, signInErrorMessage, VerificationBadge } from "authjs-bink/react"
${typescript ? 'import type { GetServerSidePropsContext, InferGetServerSidePropsType } from "next"\n' : ""}import { getServerSession } from "next-auth/next"
${importOptions(name, auth.from)}

export async function getServerSideProps(context${typescript ? ": GetServerSidePropsContext" : ""}) {
  const session = await getServerSession(context.req, context.res, ${localName(name)})
  const { callbackUrl, error } = context.query
  return {
    props: {
      isSignedIn: Boolean(session?.user),${hasUserName ? "\n      name: session?.user?.name ?? null," : ""}
      verificationLevel: session?.user?.bink?.verificationLevel ?? null,
      redirectTo: ${redirectTo(url)},
      message: signInErrorMessage(error) ?? null,
    },
  }
}
${typescript ? "\ntype Props = InferGetServerSidePropsType<typeof getServerSideProps>\n" : ""}
export default function SignInPage({ isSignedIn,${hasUserName ? " name," : ""} verificationLevel, redirectTo, message }${typescript ? ": Props" : ""}) {
  return (
    ${main(needsFont)}
      ${body}
    </main>
  )
}
`
}

/** In the pages router, next-auth 5 cannot be imported on the server without a setting in next.config. */
function pagesOfNextAuth5({ typescript, hasUserName, needsFont, url, basePath }: SignInPageOptions): string {
  const body = content({
    isSignedIn: "session?.user",
    name: hasUserName && "session.user.name",
    level: "session.user.bink?.verificationLevel",
    signOut: signOutLink(basePath),
    button: clientButton(basePath, redirectTo(url)),
  })
  return `import { SignInWithBinkButton, signInErrorMessage, VerificationBadge } from "authjs-bink/react"
${typescript ? 'import type { Session } from "next-auth"\n' : ""}import { getSession } from "next-auth/react"
import { useRouter } from "next/router"
import { useEffect, useState } from "react"

export default function SignInPage() {
  const { callbackUrl, error } = useRouter().query
  const message = signInErrorMessage(error)
  const [session, setSession] = useState${typescript ? "<Session | null>" : ""}(null)
  useEffect(() => {
    getSession().then(setSession)
  }, [])

  return (
    ${main(needsFont)}
      ${body}
    </main>
  )
}
`
}
