import { dirname, join } from "node:path"
import type { AuthSetup } from "../../auth/auth-setup.js"
import { readCode, readIfThere } from "../../project/files.js"
import type { Project } from "../../project/project.js"
import { importedFiles } from "../../project/resolver.js"
import {
  extensionFor,
  findPage,
  hasMiddleware,
  isLocaleSegment,
  isPage,
  type RouteFile,
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
  // Auth.js accepts "login" and a full URL as well.
  const configured = setup?.config?.options.signInPage?.replace(/^(https?:\/\/[^/]*)?\/*/, "/")
  const page = configured ? findPage(routers, configured) : findByName(routers)
  if (page || configured) {
    return {
      kind: "existing",
      path: page?.path,
      url: configured ?? addressOf(root, routers, page?.route ?? ""),
      hasButton: page !== undefined && hasButton(join(root, page.path)),
    }
  }
  const { pageDirectory } = routers
  const isPagesRouter = /^(src\/)?pages$/.test(pageDirectory)
  const route = `${pageDirectory}/${isPagesRouter ? "sign-in" : "sign-in/page"}`
  const path = `${route}.${extensionFor(routers, "page", project.typescript)}`
  return { kind: "new", path, url: addressOf(root, routers, route) }
}

const SIGN_IN_NAME = /(^|\/)(sign-?in|log-?in|auth)(\/\[\[[^/]*\]\])?(\/(page|index))?$/i

function findByName({ files }: Routers): RouteFile | undefined {
  const depth = ({ route }: RouteFile) =>
    route.split("/").length +
    (/admin/i.test(route) ? 10 : 0) +
    (/(^|\/)auth\/?(page|index)?$/.test(route) ? 5 : 0)
  return files
    .filter((file) => isPage(file) && SIGN_IN_NAME.test(file.route))
    .sort((a, b) => depth(a) - depth(b))[0]
}

/** The address of a page in a browser. A language segment is filled in, unless middleware adds it. */
function addressOf(root: string, routers: Routers, route: string): string {
  const segments = urlPathOf(route)
    .split("/")
    .filter((segment) => segment && !segment.startsWith("[["))
  const hasLocale = segments.some(isLocaleSegment)
  const locale = hasLocale && !hasMiddleware(root, routers) ? [defaultLocale(root)] : []
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

/** Bink's button, a sign-in with Bink, or a list of all providers of the config. The last quote is a backtick. */
const BUTTON =
  /\bSignInWithBinkButton\b|\b(signIn\(|provider:)\s*["'\x60]bink["'\x60]|\bObject\.values\(providerMap\)|\bproviderMap\.map\(/

/** All providers at the browser, of which a page may also pick some. */
const PROVIDERS = /\bgetProviders\(\)/
const LOOP = /\bObject\.(values|keys|entries)\(\s*\w*providers?\b|\b\w*providers\??\.map\(/i

/** The most files that are searched for a button. */
const MAX_FILES = 60

/** Looks into the page and the components that it imports. Their text is enough, and faster than their syntax trees. */
function hasButton(page: string): boolean {
  const files = new Set([page])
  let [hasProviders, hasLoop] = [false, false]
  for (const file of files) {
    const text = readCode(file)
    hasProviders ||= PROVIDERS.test(text)
    hasLoop ||= LOOP.test(text)
    if (BUTTON.test(text) || (hasProviders && hasLoop)) return true
    if (files.size < MAX_FILES) for (const imported of importedFiles(file)) files.add(imported)
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
export function hasStyles(root: string, { pageDirectory, base, extensions }: Routers): boolean {
  const directories = new Set([pageDirectory, dirname(pageDirectory), `${base}app`, `${base}pages`])
  return [...directories].some((directory) =>
    ["layout", "_app"].some((name) =>
      extensions.some((extension) =>
        /\.(css|s[ac]ss|less)["']|next\/font/.test(
          readIfThere(join(root, directory, `${name}.${extension}`)),
        ),
      ),
    ),
  )
}
