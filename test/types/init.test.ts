import { execFileSync, spawnSync } from "node:child_process"
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { afterAll, describe, expect, test } from "vitest"
import { APPS, createAppFolder, deleteAppFolders } from "./app-folder.ts"
import { COMPILERS, compile } from "./compile.ts"

afterAll(deleteAppFolders, 120_000)

const ROOT = resolve(import.meta.dirname, "../..")
const CLI = join(ROOT, "dist/cli/main.js")

type Files = Record<string, string>

const LAYOUT = `import type { ReactNode } from "react"

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
`
const TSCONFIG = JSON.stringify({
  compilerOptions: {
    target: "es2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    jsx: "preserve",
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: ["node"],
    paths: { "@/*": ["./*"] },
  },
  include: ["**/*.ts", "**/*.tsx"],
})
const ROUTE = "app/api/auth/[...nextauth]/route.ts"
const ROUTE_5 = 'import { handlers } from "@/auth"\n\nexport const { GET, POST } = handlers\n'
const ROUTE_4 = `import NextAuth from "next-auth"
import { authOptions } from "@/lib/auth"

const handler = NextAuth(authOptions)

export { handler as GET, handler as POST }
`
const config5 = (options: string, before = "") => `import NextAuth, { type NextAuthConfig } from "next-auth"
import GitHub from "next-auth/providers/github"
${before}
export const { handlers, auth, signIn, signOut } = NextAuth(${options})
`
const options4 = (options: string) => `import type { NextAuthOptions } from "next-auth"
import GitHub from "next-auth/providers/github"

export const authOptions: NextAuthOptions = {
  providers: [GitHub({ clientId: "", clientSecret: "" })],
  ${options}
}
`
const OWN_TYPES = `import type { DefaultSession } from "next-auth"

declare module "next-auth" {
  interface User {
    role: "admin" | "member"
  }
  interface Session {
    user: { id: string; role: "admin" | "member" } & DefaultSession["user"]
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    role: "admin" | "member"
  }
}
`
const ownUser = (user: string, types = "") => `import type { DefaultSession } from "next-auth"
${types}
declare module "next-auth" {
  interface Session {
    user: ${user}
    expires: DefaultSession["expires"]
  }
}
`
const WITHOUT_NAME = ownUser("{ id: string; email: string }")
const CALLBACKS = `callbacks: {
    jwt({ token, user }) {
      if (user) token.role = user.role
      return token
    },
    session({ session, token }) {
      session.user.role = token.role
      return session
    },
  },`

/** Apps without errors, in the shapes that public repositories have. */
const SHAPES: Record<"next-auth-5" | "next-auth-4", Record<string, Files>> = {
  "next-auth-5": {
    new: {},
    "pages-router": { "pages/index.tsx": "export default () => null\n" },
    "own-types": {
      "types/next-auth.d.ts": OWN_TYPES,
      [ROUTE]: ROUTE_5,
      "auth.ts": config5(`{
  providers: [GitHub({ profile: (profile) => ({ id: String(profile.id), role: "member" as const }) })],
  ${CALLBACKS}
}`),
    },
    "own-session-type": {
      [ROUTE]: ROUTE_5,
      "auth.ts": config5(
        "{ providers: [GitHub] }",
        '\ndeclare module "next-auth" {\n  interface Session {\n    user: { id: string; name: string }\n  }\n}\n',
      ).replace(
        "[GitHub]",
        "[GitHub], callbacks: { session: ({ session, user }) => ({ ...session, user }) }",
      ),
    },
    "own-user-without-name-in-the-pages-router": {
      "app/layout.tsx": "",
      "pages/index.tsx": "export default () => null\n",
      "types/next-auth.d.ts": WITHOUT_NAME,
      "pages/api/auth/[...nextauth].ts": 'import { handlers } from "@/auth"\n\nexport default handlers.GET\n',
      "auth.ts": config5("{ providers: [GitHub] }"),
    },
    "own-user-or-null": {
      "types/next-auth.d.ts": ownUser(
        "Admin | Member | null",
        "\ninterface Admin {\n  id: string\n}\n\ntype Member = Admin & { team: string }\n",
      ),
      [ROUTE]: ROUTE_5,
      "auth.ts": config5("{ providers: [GitHub] }"),
    },
    "split-config": {
      [ROUTE]: ROUTE_5,
      "auth.config.ts":
        'import type { NextAuthConfig } from "next-auth"\nimport GitHub from "next-auth/providers/github"\n\nexport default { providers: [GitHub] } satisfies NextAuthConfig\n',
      "auth.ts":
        'import NextAuth from "next-auth"\nimport authConfig from "@/auth.config"\n\nexport const { handlers, auth, signIn, signOut } = NextAuth({\n  ...authConfig,\n  session: { strategy: "jwt" },\n})\n',
    },
    "typed-config": {
      [ROUTE]: ROUTE_5,
      "auth.ts": config5("config", "\nconst config: NextAuthConfig = { providers: [GitHub], debug: true }\n"),
    },
    providers: {
      [ROUTE]: ROUTE_5,
      "auth.ts": config5("{ providers }", '\nconst providers: NextAuthConfig["providers"] = [GitHub]\n'),
    },
    "function-config": { [ROUTE]: ROUTE_5, "auth.ts": config5("async () => ({ providers: [GitHub] })") },
    "base-path": {
      "app/auth/[...nextauth]/route.ts": ROUTE_5,
      "auth.ts": config5('{ basePath: "/auth", providers: [GitHub] }'),
    },
    "without-handlers": {
      "auth.ts": config5("{ providers: [GitHub] }").replace("handlers, ", ""),
    },
  },
  "next-auth-4": {
    new: {},
    "new-pages-router": { "app/layout.tsx": "", "pages/index.tsx": "export default () => null\n" },
    "own-types": {
      "types/next-auth.d.ts": OWN_TYPES,
      [ROUTE]: ROUTE_4,
      "lib/auth.ts": options4(CALLBACKS).replace(
        'clientSecret: ""',
        'clientSecret: "", profile: (profile) => ({ id: String(profile.id), role: "member" as const })',
      ),
    },
    "own-session-type": {
      [ROUTE]: ROUTE_4,
      "types/next-auth.d.ts":
        'import type { AdapterUser } from "next-auth/adapters"\n\ndeclare module "next-auth" {\n  interface Session {\n    user: AdapterUser\n  }\n}\n',
      "lib/auth.ts": options4("pages: {},"),
    },
    "own-user-without-name-in-the-pages-router": {
      "app/layout.tsx": "",
      "pages/index.tsx": "export default () => null\n",
      "types/next-auth.d.ts": WITHOUT_NAME,
      "pages/api/auth/[...nextauth].ts":
        'import NextAuth from "next-auth"\nimport { authOptions } from "@/lib/auth"\n\nexport default NextAuth(authOptions)\n',
      "lib/auth.ts": options4("pages: {},"),
    },
    "other-session-members": {
      [ROUTE]: ROUTE_4,
      "lib/auth.ts": `${options4("pages: {},")}
declare module "next-auth" {
  interface Session {
    accessToken?: string
  }
}
`,
    },
    "options-in-lib": { [ROUTE]: ROUTE_4, "lib/auth.ts": options4("pages: {},") },
    "session-of-route": {
      "pages/index.tsx": "export default () => null\n",
      "lib/auth.ts": options4("callbacks: { session: ({ session }) => session },"),
      "pages/api/auth/[...nextauth].ts": `import type { NextApiRequest, NextApiResponse } from "next"
import NextAuth from "next-auth"
import { authOptions } from "@/lib/auth"

export default async function auth(req: NextApiRequest, res: NextApiResponse) {
  return await NextAuth(req, res, { ...authOptions, debug: req.method === "GET" })
}
`,
    },
  },
}

function writeApp(folder: string, version: string, files: Files): void {
  const app = {
    "package.json": JSON.stringify({
      scripts: { dev: "next dev" },
      dependencies: { next: "^16.0.0", "next-auth": version, "authjs-bink": "*" },
    }),
    "tsconfig.json": TSCONFIG,
    "app/layout.tsx": LAYOUT,
    ...files,
  }
  for (const [path, text] of Object.entries(app)) {
    // An empty text leaves out a file of every app.
    if (!text) continue
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

describe.each(Object.entries(SHAPES))("apps with %s", (name, shapes) => {
  const folder = createAppFolder(APPS[name as keyof typeof SHAPES])
  const version = name === "next-auth-5" ? "5.0.0-beta.32" : "^4.24.0"
  for (const [shape, files] of Object.entries(shapes)) {
    writeApp(join(folder, shape), version, files)
    execFileSync(process.execPath, [CLI, "init", "--yes", "--no-install"], {
      cwd: join(folder, shape),
      stdio: "ignore",
    })
  }
  const projects = Object.keys(shapes).map((shape) => `${shape}/tsconfig.json`)

  test.each(COMPILERS.slice(0, 2))("compile after init with TypeScript $version", (compiler) => {
    expect(compile(compiler, folder, projects)).toEqual(
      Object.fromEntries(projects.map((project) => [project, []])),
    )
  })
})

test("init reports the type errors that it adds, and not those that were there before", () => {
  const folder = createAppFolder(APPS["next-auth-5"])
  symlinkSync(join(ROOT, "node_modules/typescript"), join(folder, "node_modules/typescript"))
  const ownError = 'export const port: number = "3000"\n'
  writeApp(folder, "5.0.0-beta.32", {
    [ROUTE]: ROUTE_5,
    "auth.ts": config5("{ providers: [GitHub] }") + ownError,
    "lib/port.ts": ownError,
  })
  const init = (cwd: string) => spawnSync(process.execPath, [CLI, "init", "--yes"], { cwd, encoding: "utf8" })
  const { status, stdout } = init(folder)
  expect(stdout).toContain("Checking types")
  expect(stdout).not.toContain("error TS")
  expect(status).toBe(0)

  const conflicting = join(folder, "conflicting")
  writeApp(conflicting, "5.0.0-beta.32", {
    [ROUTE]: ROUTE_5,
    "auth.ts": config5("{ providers }", "\nconst providers: ReturnType<typeof GitHub>[] = [GitHub({})]\n"),
    "lib/port.ts": ownError,
  })
  const second = init(conflicting)
  expect(second.stdout).toMatch(/^auth\.ts\(\d+,\d+\): error TS2322: /m)
  expect(second.stdout).not.toContain("lib/port.ts")
  expect(second.stdout).toContain("These errors are left in the code of the app.")
  expect(second.status).toBe(1)
})
