import { join } from "node:path"
import type { Project } from "../../project/project.js"
import { extensionFor } from "../../project/routers.js"
import type { Handlers } from "./auth-edits.js"
import { importPath } from "./imports.js"

/** A file that does not exist yet. `code` is in the style of this package's templates. */
export interface NewFile {
  path: string
  code: string
}

/** Returns the route of Auth.js, for an app that has none. */
export function newRoute(project: Project, handlers: Handlers | { kind: "new"; path: string }): NewFile {
  const { nextAuth, routers, typescript, nextConfig } = project
  // next-auth 5 has route handlers, which are in the app directory even if the pages are not.
  const inApp = nextAuth === 5 || routers.app !== undefined
  const extension = extensionFor(routers, "route", typescript)
  const basePath =
    handlers.kind === "handlers" ? (project.setup?.config?.options.basePath ?? "/api/auth") : "/api/auth"
  const folder = basePath.slice(1).replace(/^\/+/, "") || "api/auth"
  const path = inApp
    ? `${routers.base}app/${folder}/[...nextauth]/route.${extension}`
    : `${routers.base}pages/api/auth/[...nextauth].${extension}`
  const target = handlers.kind === "new" ? join(project.root, handlers.path) : handlers.module.path
  const from = importPath(project, path, target)
  if (nextAuth === 4) return { path, code: routeOfNextAuth4(inApp, from, handlers) }
  const needsBasePath = handlers.kind === "new" && nextConfig.basePath
  if (needsBasePath) return { path, code: routeUnderBasePath(from, nextConfig.basePath ?? "", typescript) }
  return { path, code: routeOfNextAuth5(from, handlers) }
}

function routeOfNextAuth5(from: string, { kind }: { kind: string }): string {
  if (kind === "methods") return `export { GET, POST } from "${from}"\n`
  if (kind === "default") {
    return `import nextAuth from "${from}"\n\nexport const { GET, POST } = nextAuth.handlers\n`
  }
  return `import { handlers } from "${from}"\n\nexport const { GET, POST } = handlers\n`
}

function routeOfNextAuth4(inApp: boolean, from: string, handlers: Handlers | { kind: "new" }): string {
  const name = handlers.kind === "options" ? handlers.name : "authOptions"
  const options = name === "default" ? "authOptions" : `{ ${name} }`
  const local = name === "default" ? "authOptions" : name
  const imports = `import NextAuth from "next-auth"\nimport ${options} from "${from}"\n\n`
  if (!inApp) return `${imports}export default NextAuth(${local})\n`
  return `${imports}const handler = NextAuth(${local})\n\nexport { handler as GET, handler as POST }\n`
}

/** Next.js removes its `basePath` from the URL before it calls the route, and Auth.js needs it. */
function routeUnderBasePath(from: string, basePath: string, typescript: boolean): string {
  const types = typescript ? "\ntype Handler = (request: NextRequest) => Promise<Response>\n" : ""
  const [parameter, result] = typescript ? [": Handler", ": Handler"] : ["", ""]
  return `import { NextRequest } from "next/server"
import { handlers } from "${from}"
${types}
const addBasePath = (handler${parameter})${result} => (request) => {
  const url = new URL(request.url)
  if (!url.pathname.startsWith("${basePath}/")) url.pathname = \`${basePath}\${url.pathname}\`
  return handler(new NextRequest(url, request))
}

export const GET = addBasePath(handlers.GET)
export const POST = addBasePath(handlers.POST)
`
}
