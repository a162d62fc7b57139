import { dirname, join } from "node:path"
import type { AuthSetup } from "../../auth/auth-setup.js"
import { readIfThere } from "../../project/files.js"
import type { Project } from "../../project/project.js"
import { resolveImport } from "../../project/resolver.js"
import {
  findPage,
  hasMiddleware,
  isLocaleSegment,
  isPage,
  type Routers,
  urlPathOf,
} from "../../project/routers.js"

/** The page on which users sign in. `url` is its path, without the app's `basePath`. */
export type SignInPage =
  /** A page of the app. `hasButton` if Bink is on it. `path` is `undefined` if only its address is known. */
  | { kind: "existing"; path: string | undefined; url: string; hasButton: boolean }
  | { kind: "new"; path: string; url: string }

/** Finds the app's sign-in page: by the config, else by its name. An app without one gets `/sign-in`. */
export function findSignInPage(
  project: Pick<Project, "root" | "routers" | "typescript">,
  setup: AuthSetup | undefined,
): SignInPage {
  const { root, routers } = project
  const configured = setup?.config?.options.signInPage
  const path = configured ? findPage(routers, configured) : findByName(routers)
  if (path || configured) {
    return {
      kind: "existing",
      path,
      url: configured ?? addressOf(root, routers, path ?? ""),
      hasButton: path !== undefined && hasButton(join(root, path)),
    }
  }
  const extension = project.typescript ? "tsx" : "jsx"
  const { pageDirectory } = routers
  const file = /^(src\/)?pages$/.test(pageDirectory) ? "sign-in" : "sign-in/page"
  const created = `${pageDirectory}/${file}.${extension}`
  return { kind: "new", path: created, url: addressOf(root, routers, created) }
}

const SIGN_IN_NAME = /(^|\/)(sign-?in|log-?in|auth)(\/\[\[[^/]*\]\])?(\/(page|index))?\.[jt]sx?$/i

function findByName({ files }: Routers): string | undefined {
  const depth = (path: string) =>
    path.split("/").length +
    (/admin/i.test(path) ? 10 : 0) +
    (/(^|\/)auth\/?(page|index)?\.[jt]/.test(path) ? 5 : 0)
  return files
    .filter((path) => isPage(path) && SIGN_IN_NAME.test(path))
    .sort((a, b) => depth(a) - depth(b))[0]
}

/** The address of a page in a browser. A language segment is filled in, unless middleware adds it. */
function addressOf(root: string, routers: Routers, path: string): string {
  const segments = urlPathOf(path)
    .split("/")
    .filter((segment) => segment && !segment.startsWith("[["))
  const hasLocale = segments.some(isLocaleSegment)
  const locale = hasLocale && !hasMiddleware(root, routers.base) ? [defaultLocale(root)] : []
  return `/${segments.flatMap((segment) => (isLocaleSegment(segment) ? locale : [segment])).join("/")}`
}

function defaultLocale(root: string): string {
  const files = [
    "i18n/routing.ts",
    "src/i18n/routing.ts",
    "i18n-config.ts",
    "i18n.ts",
    "src/i18n.ts",
    "next-i18next.config.js",
  ]
  for (const file of files) {
    const locale = /defaultLocale["']?\s*[:=]\s*["']([\w-]+)["']/.exec(readIfThere(join(root, file)))?.[1]
    if (locale) return locale
  }
  return "en"
}

/** Bink's button, a sign-in with Bink, or buttons for all providers of the config. The last quote is a backtick. */
const BUTTON =
  /\bSignInWithBinkButton\b|\b(signIn\(|provider:)\s*["'\x60]bink["'\x60]|\bgetProviders\(\)|\bObject\.values\(providerMap\)|\bproviderMap\.map\(|\bsignIn\(\s*\w+\.id\b/

/** The most files that are searched for a button. */
const MAX_FILES = 60

/** Looks into the page and the components that it imports. Their text is enough, and faster than their syntax trees. */
function hasButton(page: string): boolean {
  const files = new Set([page])
  for (const file of files) {
    const text = readIfThere(file)
    if (BUTTON.test(text)) return true
    for (const [, specifier = ""] of text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)) {
      const target = files.size < MAX_FILES ? resolveImport(specifier, file) : undefined
      if (target) files.add(target)
    }
  }
  return false
}

/** Code to paste: imports for the start of a file, and an element for its content. */
export interface ButtonSnippet {
  imports: string
  element: string
}

/** Returns the button for a page of the app: with a server action if the page is a server component of next-auth 5. */
export function buttonSnippet(
  project: Pick<Project, "root" | "nextAuth">,
  path: string | undefined,
  { basePath, signInFrom }: { basePath: string; signInFrom: string | undefined },
): ButtonSnippet {
  const imports = 'import { SignInWithBinkButton } from "authjs-bink/react"\n'
  const isServerComponent =
    path !== undefined &&
    /(^|\/)app\//.test(path) &&
    !isClientComponent(readIfThere(join(project.root, path)))
  if (project.nextAuth === 5 && isServerComponent && signInFrom) {
    const element = `<SignInWithBinkButton
  action={async () => {
    "use server"
    await signIn("bink", { redirectTo: "/" })
  }}
/>`
    return { imports: `${imports}import { signIn } from "${signInFrom}"\n`, element }
  }
  const base = basePath === "/api/auth" ? "" : ` basePath="${basePath}"`
  return { imports, element: `<SignInWithBinkButton${base} redirectTo="/" />` }
}

function isClientComponent(text: string): boolean {
  return /^\s*(\/\*[\s\S]*?\*\/\s*|\/\/.*\n\s*)*["']use client["']/.test(text)
}

/** Returns `true` if the root layout or `_app` imports styles, from which the page inherits its font. */
export function hasStyles(root: string, { pageDirectory, base }: Routers): boolean {
  const directories = new Set([pageDirectory, dirname(pageDirectory), `${base}app`, `${base}pages`])
  return [...directories].some((directory) =>
    ["layout", "_app"].some((name) =>
      ["tsx", "jsx", "js", "ts"].some((extension) =>
        /\.(css|s[ac]ss|less)["']|next\/font/.test(
          readIfThere(join(root, directory, `${name}.${extension}`)),
        ),
      ),
    ),
  )
}
