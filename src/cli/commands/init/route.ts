import { existsSync, readdirSync } from "node:fs"
import { join, posix } from "node:path"
import type { FileChange } from "./diff.js"
import type { Project } from "./project.js"

/** The route under `/api/auth` that Auth.js answers on, unless one is there. */
export function planRoute(project: Project, authConfigPath: string): FileChange | undefined {
  const folders = ["app/api/auth", "src/app/api/auth", "pages/api/auth", "src/pages/api/auth"]
  if (folders.some((folder) => hasCatchAll(join(project.root, folder)))) return undefined

  const extension = project.typescript ? "ts" : "js"
  // next-auth 5 answers from a route handler, which lives in an app folder even beside the pages router.
  const inApp = project.router === "app" || project.nextAuth === 5
  const path = inApp
    ? `${project.base}app/api/auth/[...nextauth]/route.${extension}`
    : `${project.base}pages/api/auth/[...nextauth].${extension}`
  const from = importPath(project, path, authConfigPath)
  return { path, before: null, after: routeSource(project.nextAuth, inApp, from) }
}

function routeSource(nextAuth: 4 | 5, inApp: boolean, from: string): string {
  if (nextAuth === 5) return `import { handlers } from "${from}"\n\nexport const { GET, POST } = handlers\n`
  const imports = `import NextAuth from "next-auth"\nimport { authOptions } from "${from}"\n\n`
  if (!inApp) return `${imports}export default NextAuth(authOptions)\n`
  return `${imports}const handler = NextAuth(authOptions)\n\nexport { handler as GET, handler as POST }\n`
}

/** A folder or file such as `[...nextauth]`. */
function hasCatchAll(folder: string): boolean {
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith("[..."))
}

/** How one file of the app imports another: through `@/` where the app has that, as create-next-app does. */
export function importPath(project: Project, from: string, to: string): string {
  const target = to.replace(/(\/index)?\.[a-z]+$/, "")
  if (project.hasAlias && target.startsWith(project.base)) return `@/${target.slice(project.base.length)}`
  const relative = posix.relative(posix.dirname(from), target)
  return relative.startsWith(".") ? relative : `./${relative}`
}
