import type { Project } from "../../project/project.js"
import type { NewFile } from "./route.js"

/** Returns the auth config of an app that does not use Auth.js yet. */
export function newAuthConfig(project: Project, signInPath: string): NewFile {
  const { nextAuth, typescript, routers, nextConfig } = project
  const pages = `pages: { signIn: "${signInPath}", error: "${signInPath}" }`
  // Next.js adds its `basePath` to every route, and Auth.js needs the whole path.
  const basePath =
    nextAuth === 5 && nextConfig.basePath ? `    basePath: "${nextConfig.basePath}/api/auth",\n` : ""
  const types = typescript ? 'import type {} from "authjs-bink/next-auth"\n' : ""
  const path = `${routers.base}auth.${typescript ? "ts" : "js"}`
  if (nextAuth === 5) {
    const code = `import Bink, { withBink } from "authjs-bink"
${types}import NextAuth from "next-auth"

export const { handlers, auth, signIn, signOut } = NextAuth(
  withBink({
    providers: [Bink],
${basePath}    ${pages},
  }),
)
`
    return { path, code }
  }
  const typeImport = typescript ? 'import type { NextAuthOptions } from "next-auth"\n' : ""
  const code = `import Bink, { withBink } from "authjs-bink"
${types}${typeImport}
export const authOptions${typescript ? ": NextAuthOptions" : ""} = withBink({
  providers: [Bink()],
  ${pages},
})
`
  return { path, code }
}
