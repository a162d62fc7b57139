import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs"
import { join, resolve } from "node:path"
import { parseEnv } from "node:util"
import { describe, expect, test } from "vitest"
import { writeFiles } from "../../src/cli/commands/init/writer.ts"
import {
  createApp,
  createDirectory,
  type Files,
  init,
  LAYOUT,
  readApp,
  TSCONFIG,
  V4,
  V5,
} from "./app-directory.ts"
import { run } from "./run-cli.ts"

const ROUTE_5 = 'import { handlers } from "@/auth"\n\nexport const { GET, POST } = handlers\n'
const ROUTE_4 = `import NextAuth from "next-auth"
import { authOptions } from "@/lib/auth"

const handler = NextAuth(authOptions)

export { handler as GET, handler as POST }
`
const ROUTE = "app/api/auth/[...nextauth]/route.ts"
const PAGE = "app/sign-in/page.tsx"
const APP = { "app/layout.tsx": LAYOUT, "tsconfig.json": TSCONFIG }
const config5 = (options: string) => `import NextAuth from "next-auth"
import GitHub from "next-auth/providers/github"

export const { handlers, auth, signIn, signOut } = NextAuth(${options})
`

/** Runs init twice. The second run must change nothing. */
async function initTwice(app: string, ...args: string[]) {
  const { code, stdout, stderr } = await init(app, "--yes", ...args)
  const files = readApp(app)
  const second = await init(app, "--yes", ...args)
  expect(readApp(app)).toEqual(files)
  expect(second.code).toBe(code)
  return { code, stdout, stderr, files, second: second.stdout }
}

describe("the config", () => {
  /** Each app, and the lines that init changes or adds in each file. */
  const CONFIGS: { name: string; dependencies: Files; files: Files; lines: Record<string, string[]> }[] = [
    {
      name: "with a comment before the first provider",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{\n  providers: [\n    // For the team\n    GitHub,\n  ],\n}"),
      },
      lines: {
        "auth.ts": ["  providers: [", "    Bink,", "    // For the team", "    GitHub,", "  ],", "}))"],
      },
    },
    {
      name: "with the package in a comment only",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": `// import Bink from "authjs-bink"\n${config5("{ providers: [GitHub] }")}`,
      },
      lines: {
        "auth.ts": ['// import Bink from "authjs-bink"', 'import Bink, { withBink } from "authjs-bink"'],
      },
    },
    {
      name: "next to another one that is imported in a comment only",
      dependencies: V5,
      files: {
        [ROUTE]: `// import { handlers } from "@/old-auth"\n/*\nimport "@/old-auth"\n*/\n${ROUTE_5}`,
        "auth.ts": config5("{ providers: [GitHub] }"),
        "old-auth.ts": config5("{ providers: [GitHub] }"),
      },
      lines: { "auth.ts": ["withBink({ providers: [Bink, GitHub] })"] },
    },
    {
      name: "behind re-exports",
      dependencies: V4,
      files: {
        [ROUTE]: ROUTE_4,
        "lib/auth/index.ts": 'export * from "./options"\n',
        "lib/auth/options.ts":
          'import type { NextAuthOptions } from "next-auth"\n\nexport const authOptions: NextAuthOptions = { providers: [] }\n',
      },
      lines: {
        "lib/auth/options.ts": [
          "export const authOptions: NextAuthOptions = withBink({ providers: [Bink()] })",
        ],
        [PAGE]: ['import { authOptions } from "@/lib/auth/options"'],
      },
    },
    {
      name: "with a constant of providers",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers }").replace(
          "\nexport",
          "\nconst providers: Provider[] = [GitHub]\n\nexport",
        ),
      },
      lines: {
        "auth.ts": ["const providers: Provider[] = [Bink, GitHub]", "} = NextAuth(withBink({ providers }))"],
      },
    },
    {
      name: "that is split for the edge",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "middleware.ts":
          'import NextAuth from "next-auth"\nimport c from "./auth.config"\nexport default NextAuth(c).auth\n',
        "auth.config.ts":
          'import GitHub from "next-auth/providers/github"\n\nexport default {\n  providers: [GitHub],\n} satisfies NextAuthConfig\n',
        "auth.ts": config5('{\n  session: { strategy: "jwt" },\n  ...authConfig,\n}').replace(
          'import GitHub from "next-auth/providers/github"',
          'import authConfig from "@/auth.config"',
        ),
      },
      lines: {
        "auth.config.ts": [
          'import Bink from "authjs-bink"',
          "  providers: [Bink, GitHub],",
          "} satisfies NextAuthConfig",
        ],
        "auth.ts": ['import { withBink } from "authjs-bink"', "  ...authConfig,", "}))"],
      },
    },
    {
      name: "in a route group, with destructured handlers",
      dependencies: V5,
      files: {
        "app/(auth)/api/auth/[...nextauth]/route.ts": 'export { GET, POST } from "@/app/(auth)/auth"\n',
        "app/(auth)/auth.ts": config5("{ providers: [GitHub] }").replace(
          "{ handlers,",
          "{\n  handlers: { GET, POST },",
        ),
        "app/(auth)/login/page.tsx": "export default () => null\n",
      },
      lines: {
        "app/(auth)/auth.ts": [
          "  handlers: { GET, POST }, auth, signIn, signOut } = NextAuth(withBink({ providers: [Bink, GitHub] }))",
        ],
      },
    },
    {
      name: "as the third argument of NextAuth, inside a handler",
      dependencies: V4,
      files: {
        "pages/api/auth/[...nextauth].ts":
          'import NextAuth from "next-auth"\n\nexport default async function auth(req, res) {\n  const providers = [Email({})]\n\n  return await NextAuth(req, res, {\n    providers,\n  })\n}\n',
      },
      lines: {
        "pages/api/auth/[...nextauth].ts": [
          "  const providers = [Bink(), Email({})]",
          "  return await NextAuth(req, res, withBink({",
          "  }))",
        ],
      },
    },
    {
      name: "of getServerSession, spread into that of the route",
      dependencies: V4,
      files: {
        "pages/api/auth/[...nextauth].ts":
          'import NextAuth from "next-auth"\n\nexport const authOptions = { providers: [GitHub({})], callbacks: {} }\n\nconst optionsFor = (req) => {\n  return { ...authOptions, events: {} }\n}\n\nexport default (req, res) => NextAuth(req, res, optionsFor(req))\n',
      },
      lines: {
        "pages/api/auth/[...nextauth].ts": [
          "export const authOptions = withBink({ providers: [Bink(), GitHub({})], callbacks: {} })",
          "  return { ...authOptions, events: {} }",
        ],
      },
    },
    {
      name: "of getServerSession, spread into that of the route, which replaces a callback",
      dependencies: V4,
      files: {
        "pages/api/auth/[...nextauth].ts":
          'import NextAuth from "next-auth"\n\nexport const authOptions = { providers: [], callbacks: {} }\n\nexport default (req, res) =>\n  NextAuth(req, res, { ...authOptions, callbacks: { ...authOptions.callbacks, jwt: ({ token }) => token } })\n',
      },
      lines: {
        "pages/api/auth/[...nextauth].ts": [
          "export const authOptions = withBink({ providers: [Bink()], callbacks: {} })",
          "  NextAuth(req, res, withBink({ ...authOptions, callbacks: { ...authOptions.callbacks, jwt: ({ token }) => token } }))",
        ],
      },
    },
    {
      name: "that a function returns for each request",
      dependencies: V5,
      files: { [ROUTE]: ROUTE_5, "auth.ts": config5("async (request) => ({ providers: [GitHub] })") },
      lines: { "auth.ts": ["} = NextAuth(async (request) => (withBink({ providers: [Bink, GitHub] })))"] },
    },
    {
      name: "with a filtered list",
      dependencies: V5,
      files: { [ROUTE]: ROUTE_5, "auth.ts": config5("{ providers: [isLocal && GitHub].filter(Boolean) }") },
      lines: { "auth.ts": ["providers: [Bink, isLocal && GitHub].filter(Boolean)"] },
    },
    {
      name: "with providers of another file",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "lib/providers.ts":
          'import GitHub from "next-auth/providers/github"\n\nexport function getProviders() {\n  return [GitHub]\n}\n',
        "auth.ts": config5("{ providers: getProviders() }").replace(
          'import GitHub from "next-auth/providers/github"',
          'import { getProviders } from "@/lib/providers"',
        ),
      },
      lines: {
        "lib/providers.ts": ['import Bink from "authjs-bink"', "  return [Bink, GitHub]"],
        "auth.ts": ["} = NextAuth(withBink({ providers: getProviders() }))"],
      },
    },
    {
      name: "with providers of an installed package",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers }")
          .replace("GitHub", "providers")
          .replace("next-auth/providers/github", "our-auth"),
      },
      lines: { "auth.ts": ["} = NextAuth(withBink({ providers: [Bink, ...providers] }))"] },
    },
    {
      name: "that spreads a config of an installed package",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{\n  ...shared,\n  debug: true,\n}")
          .replace("GitHub", "shared")
          .replace("next-auth/providers/github", "our-auth"),
      },
      lines: { "auth.ts": ["  debug: true,", "  providers: [Bink, ...shared.providers],", "}))"] },
    },
    {
      name: "whose outer providers replace those of the shared config",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.config.ts": "export const authConfig = { pages: {}, providers: [] } satisfies NextAuthConfig\n",
        "auth.ts": `import { authConfig } from "./auth.config"\n${config5("{ ...authConfig, providers: [GitHub] }")}`,
      },
      lines: {
        "auth.config.ts": ["export const authConfig = { pages: {}, providers: [] } satisfies NextAuthConfig"],
        "auth.ts": ["} = NextAuth(withBink({ ...authConfig, providers: [Bink, GitHub] }))"],
      },
    },
    {
      name: "with a type on the constant, in a separate file",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "server/config.ts": "export const config = { providers: [] } satisfies NextAuthConfig\n",
        "auth.ts": config5("config").replace(
          'GitHub from "next-auth/providers/github"',
          '{ config } from "~/server/config"',
        ),
        "tsconfig.base.json":
          '{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["./*"], "@/*": ["./*"] } } }',
        "tsconfig.json": '{\n  // Shared options\n  "extends": "./tsconfig.base.json",\n}',
      },
      lines: {
        "server/config.ts": [
          "export const config = withBink({ providers: [Bink] } satisfies NextAuthConfig)",
        ],
      },
    },
    {
      name: "in a file with the name Bink for something else",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": `import { Bink } from "./pets"\n${config5("{ providers: [GitHub] }")}`,
      },
      lines: {
        "auth.ts": [
          'import BinkProvider, { withBink } from "authjs-bink"',
          "providers: [BinkProvider, GitHub]",
        ],
      },
    },
    {
      name: "that has the provider without withBink",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": `import Bink from "authjs-bink"\n${config5("{ providers: [Bink, GitHub] }")}`,
      },
      lines: {
        "auth.ts": [
          'import { withBink } from "authjs-bink"',
          "} = NextAuth(withBink({ providers: [Bink, GitHub] }))",
        ],
      },
    },
    {
      name: "after imports for side effects",
      dependencies: V5,
      files: { [ROUTE]: ROUTE_5, "auth.ts": `import "server-only"\n${config5("{ providers: [] }")}` },
      lines: { "auth.ts": ['import "server-only"', 'import Bink, { withBink } from "authjs-bink"'] },
    },
    {
      name: "with its own type of session.user",
      dependencies: V4,
      files: {
        [ROUTE]: ROUTE_4,
        "lib/auth.ts": `import { type DefaultSession, type NextAuthOptions } from "next-auth";

declare module "next-auth" {
  interface Session extends DefaultSession {
    user: {
      id: string;
      // ...other properties
    } & DefaultSession["user"];
  }
}

export const authOptions: NextAuthOptions = { providers: [] };
`,
      },
      lines: {
        "lib/auth.ts": [
          'import Bink, { type BinkIdentity, withBink } from "authjs-bink";',
          "      id: string;",
          "      bink?: BinkIdentity;",
          "      // ...other properties",
          '    } & DefaultSession["user"];',
        ],
      },
    },
    {
      name: "with a named type of session.user in a declaration file",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers: [GitHub] }"),
        "types/next-auth.d.ts":
          'import { Member } from "@prisma/client"\n\ndeclare module "next-auth" {\n  interface Session {\n    user: Member\n  }\n}\n',
      },
      lines: {
        "types/next-auth.d.ts": [
          'import type { BinkIdentity } from "authjs-bink"',
          "    user: Member & { bink?: BinkIdentity }",
        ],
      },
    },
    {
      name: "with session.user of next-auth's own type, which has the identity",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers: [GitHub] }"),
        "types/next-auth.d.ts":
          'import { DefaultSession } from "next-auth"\n\ntype Member = { role: string } & DefaultSession["user"]\n\ndeclare module "next-auth" {\n  interface Session {\n    user: Member\n  }\n}\n',
      },
      lines: {
        "types/next-auth.d.ts": ["    user: Member\n  }"],
      },
    },
    {
      name: "with session.user of another type or null",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers: [GitHub] }"),
        "types/next-auth.d.ts":
          'import type { Admin, Roles } from "./users"\n\ndeclare module "next-auth" {\n  interface Session {\n    user: (Admin | Roles["member"]) | null\n  }\n}\n',
      },
      lines: {
        "types/next-auth.d.ts": [
          '    user: (Admin & { bink?: BinkIdentity } | Roles["member"] & { bink?: BinkIdentity }) | null\n',
        ],
        [PAGE]: ['            Welcome{" "}\n'],
      },
    },
    {
      name: "with a circular type of session.user",
      dependencies: V5,
      files: {
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers: [GitHub] }"),
        "types/next-auth.d.ts":
          'import "next-auth"\n\ntype Member = Person & { id: string }\ntype Person = Member\n\ndeclare module "next-auth" {\n  interface Session {\n    user: Member\n  }\n}\n',
      },
      lines: { "types/next-auth.d.ts": ["    user: Member & { bink?: BinkIdentity }\n"] },
    },
    {
      name: "with a type of the session that has no user",
      dependencies: V4,
      files: {
        "app/api/auth/[...nextauth]/route.ts": ROUTE_4,
        "lib/auth.ts": "export const authOptions = { providers: [] };\n",
        "types/next-auth.d.ts":
          "import NextAuth from 'next-auth';\n\ndeclare module 'next-auth' {\n  interface Session {\n    accessToken?: string;\n  }\n}\n",
      },
      lines: {
        "types/next-auth.d.ts": [
          "import type { DefaultSession } from 'next-auth';",
          "import type { BinkIdentity } from 'authjs-bink';",
          "    accessToken?: string;\n    user?: DefaultSession['user'] & { bink?: BinkIdentity };\n",
        ],
      },
    },
    {
      name: "under a basePath of Auth.js",
      dependencies: V5,
      files: {
        "app/auth/[...nextauth]/route.ts": ROUTE_5,
        "auth.ts": config5('{\n  basePath: "/auth",\n  providers: [GitHub],\n}'),
      },
      lines: { "auth.ts": ['  basePath: "/auth",', "  providers: [Bink, GitHub],"] },
    },
  ]

  test.each(CONFIGS)("$name is edited where it is", async ({ files, dependencies, lines }) => {
    const base = Object.keys(files).some((path) => path.startsWith("pages/"))
      ? { "tsconfig.json": TSCONFIG, "pages/index.tsx": LAYOUT }
      : APP
    const app = createApp({ ...base, ...files }, dependencies)
    const result = await initTwice(app)
    expect(result).toMatchObject({ code: 0, stderr: "" })
    for (const [path, expected] of Object.entries(lines)) {
      const text = result.files[path] as string
      let position = 0
      for (const line of expected) {
        position = text.indexOf(line, position)
        expect(position, `${path}: ${line}\n${text}`).toBeGreaterThanOrEqual(0)
      }
    }
    // One config and one route.
    const routes = Object.keys(result.files).filter((path) => path.includes("[...nextauth]"))
    expect(routes).toHaveLength(1)
    expect(Object.keys(result.files)).not.toContain("auth.js")
  })

  test.each([
    {
      router: "pages",
      files: {
        "next.config.mjs": 'export default { pageExtensions: ["page.tsx", "page.ts"] }\n',
        "src/pages/_app.page.tsx": LAYOUT,
        "src/pages/sign-in.tsx": "export const Form = () => null\n",
      },
      created: ["src/auth.ts", "src/pages/api/auth/[...nextauth].page.ts", "src/pages/sign-in.page.tsx"],
    },
    {
      router: "app",
      files: {
        "next.config.ts":
          'const pageExtensions = ["tsx", "page.tsx", "api.ts"]\nexport default { pageExtensions }\n',
        "app/layout.page.tsx": LAYOUT,
      },
      created: ["auth.ts", "app/api/auth/[...nextauth]/route.api.ts", "app/sign-in/page.tsx"],
    },
  ])("of a new setup follows pageExtensions in the $router router", async ({ files, created }) => {
    const app = createApp({ "tsconfig.json": TSCONFIG, ...files }, V4)
    const { code, files: after } = await initTwice(app)
    expect(code).toBe(0)
    expect(Object.keys(after)).toEqual(expect.arrayContaining(created))
    expect(Object.keys(after)).toHaveLength(
      Object.keys({ ...files, "package.json": "", "tsconfig.json": "", ".env.local": "", ".gitignore": "" })
        .length + created.length,
    )
  })

  test("is edited behind a route with a page extension, and its sign-in page is found", async () => {
    const files = {
      "tsconfig.json": TSCONFIG,
      "next.config.mjs": 'export default { pageExtensions: ["page.tsx", "page.ts"] }\n',
      "pages/_app.page.tsx": LAYOUT,
      "pages/api/auth/[...nextauth].page.ts":
        'import NextAuth from "next-auth"\nimport { authOptions } from "@/lib/auth"\n\nexport default NextAuth(authOptions)\n',
      "pages/auth/signin/index.page.tsx": "export default () => null\n",
      "lib/auth.ts": 'export const authOptions = { providers: [], pages: { signIn: "/auth/signin" } }\n',
    }
    const app = createApp(files, V4)
    const { code, stdout, files: after } = await initTwice(app)
    expect(code).toBe(0)
    expect(stdout).toContain("pages/auth/signin/index.page.tsx is the app's sign-in page.")
    expect(Object.keys(after).sort()).toEqual(
      [...Object.keys(files), "package.json", ".env.local", ".gitignore"].sort(),
    )
  })

  test.each(["login", "/login", "http://localhost:3000/login"])(
    "has its sign-in page at /login with pages.signIn %s",
    async (signIn) => {
      const files = {
        ...APP,
        [ROUTE]: ROUTE_5,
        "app/login/page.tsx": "export default () => null\n",
        "auth.ts": config5(`{ providers: [], pages: { signIn: "${signIn}" } }`),
      }
      const { stdout } = await init(createApp(files, V5), "--yes")
      expect(stdout).toContain("app/login/page.tsx is the app's sign-in page.")
      expect(stdout).toContain("open http://localhost:3000/login\n")
    },
  )

  test("of next-auth 5 has the default callback URL behind a route in a parent directory", async () => {
    const files = {
      ...APP,
      "app/api/[...nextauth]/route.ts": ROUTE_5,
      "auth.ts": config5("{ providers: [] }"),
    }
    const { stdout } = await init(createApp(files, V5), "--yes")
    expect(stdout).toContain("http://localhost:3000/api/auth/callback/bink")
  })

  test("in a directory whose package.json only sets the module type belongs to the app", async () => {
    const files = {
      "tsconfig.json": TSCONFIG,
      "src/package.json": '{ "type": "module" }',
      "src/app/layout.tsx": LAYOUT,
      "src/app/api/auth/[...nextauth]/route.ts": 'export { GET, POST } from "../../../../auth"\n',
      "src/auth.ts": `${config5("{ providers: [] }")}export const { GET, POST } = handlers\n`,
    }
    const { code, stdout } = await init(createApp(files, V5), "--yes")
    expect(code).toBe(0)
    expect(stdout).not.toContain("(cd src")
  })

  test("keeps CRLF, a byte order mark, tabs, single quotes and semicolons", async () => {
    const source =
      "\uFEFFimport NextAuth from 'next-auth';\n\nexport const { handlers } = NextAuth({\n\tproviders: [ \n\t\tGitHub,\n\t],\n});\n"
    const app = createApp({ ...APP, [ROUTE]: ROUTE_5, "auth.ts": source.replaceAll("\n", "\r\n") }, V5)
    const { files } = await initTwice(app)
    expect(files["auth.ts"]).toBe(
      "\uFEFFimport Bink, { withBink } from 'authjs-bink';\nimport type {} from 'authjs-bink/next-auth';\nimport NextAuth from 'next-auth';\n\nexport const { handlers } = NextAuth(withBink({\n\tproviders: [ \n\t\tBink,\n\t\tGitHub,\n\t],\n}));\n".replaceAll(
        "\n",
        "\r\n",
      ),
    )
    // New files follow their neighbours.
    expect(files[PAGE]).toMatch(/^import .* from 'authjs-bink\/react';\r\n/)
    expect(files[PAGE]).toContain("\r\n\treturn (\r\n\t\t<main")
  })

  test("in a package of the workspace is edited there, and both packages get the dependency", async () => {
    const root = createDirectory({
      "package.json": '{ "name": "root", "private": true, "workspaces": ["apps/*", "packages/*"] }',
      "packages/auth/package.json":
        '{ "name": "@acme/auth", "exports": { ".": { "import": "./src/index.ts" } }, "dependencies": { "next-auth": "5.0.0-beta.30" } }',
      "packages/auth/src/index.ts": 'export { handlers, auth, signIn, signOut } from "./config"\n',
      "packages/auth/src/config.ts": config5("{ providers: [GitHub] }"),
      "apps/web/package.json": '{ "dependencies": { "@acme/auth": "workspace:*", "next": "^16.0.0" } }',
      "apps/web/tsconfig.json": "{}",
      "apps/web/app/layout.tsx": LAYOUT,
      [`apps/web/${ROUTE}`]: ROUTE_5.replace("@/auth", "@acme/auth"),
      "pnpm-lock.yaml": "",
    })
    const { code, stdout } = await init(join(root, "apps/web"), "--yes")
    expect(code).toBe(0)
    const files = readApp(root)
    expect(files["packages/auth/src/config.ts"]).toContain(
      "NextAuth(withBink({ providers: [Bink, GitHub] }))",
    )
    // Declarations of the package keep this line, unlike `import type {}`.
    expect(files["packages/auth/src/config.ts"]).toMatch(
      /\n\nexport type \{\} from "authjs-bink\/next-auth"\n$/,
    )
    expect(files["packages/auth/src/config.ts"]).not.toContain("import type {}")
    expect(files[`apps/web/${PAGE}`]).toContain('import { auth, signIn, signOut } from "@acme/auth"')
    expect(Object.keys(files)).not.toContain("apps/web/auth.ts")
    expect(stdout).toMatch(
      /^ {2}pnpm add "authjs-bink@.*"\n {2}\(cd \.\.\/\.\.\/packages\/auth && pnpm add "authjs-bink@/m,
    )
    expect(stdout).toContain("pnpm exec authjs-bink emulator")
  })

  test("gives its style to the code for the app's sign-in page", async () => {
    const app = createApp(
      {
        ...APP,
        [ROUTE]: ROUTE_5,
        "app/login/page.tsx": "export default () => null\n",
        "auth.ts":
          "import NextAuth from 'next-auth';\n\nexport const { handlers, signIn } = NextAuth({\n  providers: [],\n});\n",
      },
      V5,
    )
    const { stdout } = await init(app, "--dry-run")
    expect(stdout).toContain(`
  import { SignInWithBinkButton } from 'authjs-bink/react';
  import { signIn } from '@/auth';

  <SignInWithBinkButton
    action={async () => {
      'use server';
      await signIn('bink', { redirectTo: '/' });
    }}
  />

`)
  })

  test("of a route that imports an unknown file is left to the developer", async () => {
    const files = { ...APP, [ROUTE]: 'export { GET, POST } from "@acme/missing"\n' }
    const app = createApp(files, V5)
    const { code, stdout, files: after } = await initTwice(app)
    expect(code).toBe(1)
    expect(stdout).toContain(`By hand: ${ROUTE}`)
    expect(stdout).toContain('It imports "@acme/missing"')
    expect(Object.keys(after).sort()).toEqual([...Object.keys(files), "package.json"].sort())
  })

  test("that a function adds to its parameter is left to the developer, with the statement of the call", async () => {
    const source = `import NextAuth from "next-auth"

export class AuthService {
  start(config) {
    const instance = NextAuth({ ...config, debug: true })
    return instance
  }
}
`
    const app = createApp(
      { ...APP, [ROUTE]: 'import { AuthService } from "@/lib/service"\n', "lib/service.ts": source },
      V5,
    )
    const { code, stdout, files } = await initTwice(app)
    expect(code).toBe(1)
    expect(files["lib/service.ts"]).toBe(source)
    expect(stdout).toContain("By hand: lib/service.ts computes its config")
    expect(stdout).toMatch(/^ {2}const instance = NextAuth\(withBink\(/m)
    expect(stdout).not.toContain("class AuthService")
  })

  test.each([
    ["auth, signIn, signOut", "handlers, auth, signIn, signOut"],
    ["", "handlers"],
  ])("that exports { %s } exports handlers for the new route", async (names, expected) => {
    const app = createApp(
      {
        ...APP,
        "auth.ts": config5("{ providers: [GitHub] }").replace("handlers, auth, signIn, signOut", names),
      },
      V5,
    )
    const { files, code } = await initTwice(app)
    expect(code).toBe(0)
    expect(files["auth.ts"]).toMatch(new RegExp(`export const \\{ ${expected} *\\} = NextAuth\\(withBink`))
    expect(files[ROUTE]).toBe(ROUTE_5)
  })

  test("whose handlers cannot be exported is left to the developer", async () => {
    const source =
      'import NextAuth from "next-auth"\nimport { wrap } from "./wrap"\n\nexport const auth = wrap(NextAuth({ providers: [] }))\n'
    const app = createApp({ ...APP, "auth.ts": source }, V5)
    const { code, stdout } = await init(app, "--yes")
    expect(code).toBe(1)
    expect(stdout).toContain("By hand: auth.ts does not export handlers")
    expect(stdout).toContain(ROUTE)
    expect(stdout).toContain("run npx authjs-bink init again")
  })

  test("of next-auth 4 without a route gets one that imports its options", async () => {
    const source =
      'import type { NextAuthOptions } from "next-auth"\n\nconst options: NextAuthOptions = { providers: [] }\n\nexport default options\n'
    const app = createApp({ ...APP, "lib/auth.ts": source }, V4)
    const { files, code } = await initTwice(app)
    expect(code).toBe(0)
    expect(files["lib/auth.ts"]).toContain(
      "const options: NextAuthOptions = withBink({ providers: [Bink()] })",
    )
    expect(files[ROUTE]).toContain('import authOptions from "@/lib/auth"')
    expect(files[PAGE]).toContain("getServerSession(authOptions)")
  })
})

describe("the layout", () => {
  test.each([
    ["a locale", { "app/[locale]/layout.tsx": LAYOUT }, "app/[locale]/sign-in/page.tsx", "/en/sign-in"],
    [
      "a locale and middleware",
      { "src/app/[lang]/layout.tsx": LAYOUT, "src/middleware.ts": "export default () => {}" },
      "src/app/[lang]/sign-in/page.tsx",
      "/sign-in",
    ],
    [
      "a root layout that passes its children on",
      {
        "app/layout.tsx": "export default ({ children }) => children",
        "app/[locale]/layout.tsx": LAYOUT,
        "i18n/routing.ts": 'export const routing = { defaultLocale: "de" }',
      },
      "app/[locale]/sign-in/page.tsx",
      "/de/sign-in",
    ],
    [
      "root layouts in groups",
      {
        "app/(admin)/layout.tsx": LAYOUT,
        "app/(shop)/layout.tsx": LAYOUT,
        "app/(account)/layout.tsx": LAYOUT,
      },
      "app/(account)/sign-in/page.tsx",
      "/sign-in",
    ],
    ["app and pages", { "app/layout.tsx": LAYOUT, "pages/about.tsx": LAYOUT }, PAGE, "/sign-in"],
    [
      "route handlers only in app",
      { "app/api/x/route.ts": "", "pages/index.tsx": LAYOUT },
      "pages/sign-in.tsx",
      "/sign-in",
    ],
  ])("with %s gets the page where the app has its pages", async (_, files: Files, page, address) => {
    const app = createApp({ ...files, "tsconfig.json": "{}" })
    const { code, stdout, files: after } = await initTwice(app)
    expect(code).toBe(0)
    expect(Object.keys(after)).toContain(page)
    expect(stdout).toContain(`open http://localhost:3000${address}\n`)
    const config = after["auth.ts"] ?? after["src/auth.ts"]
    expect(config).toContain(`pages: { signIn: "${address}", error: "${address}" }`)
  })

  test.each([
    ['export default { output: "export" }'],
    ['const config = { output: "export" as const }\nexport default config'],
    ['const withMDX = require("@next/mdx")()\nmodule.exports = withMDX({ output: "export" })'],
    ['export default async (phase) => ({ reactStrictMode: true, output: "export" })'],
  ])("with a static export is rejected: %s", async (config) => {
    const files = { ...APP, "next.config.ts": config }
    const app = createApp(files)
    const before = readApp(app)
    const { code, stderr } = await init(app, "--yes")
    expect(code).toBe(1)
    expect(stderr).toContain('next.config.ts has output: "export"')
    expect(readApp(app)).toEqual(before)
  })

  test("with another output, or with export in a nested option, is accepted", async () => {
    const config =
      'export default { output: "standalone", env: { output: "export" }, rewrites: () => [{ basePath: false }] }'
    const { code, stdout } = await init(createApp({ ...APP, "next.config.ts": config }), "--dry-run")
    expect(code).toBe(0)
    expect(stdout).not.toContain("computes basePath")
  })

  test.each([
    ["adapter, providers: []", true],
    ["adapter, providers: [], session: { maxAge: 60 }", true],
    ['adapter, providers: [], session: { strategy: "database" }', true],
    ['adapter, providers: [], session: { strategy: "jwt" }', false],
    ["providers: []", false],
  ])("names the column for database sessions: %s", async (options, isNamed) => {
    const config = `import NextAuth from "next-auth"\nimport { adapter } from "./db"\nexport const { handlers, auth, signIn, signOut } = NextAuth({ ${options} })\n`
    const { stdout } = await init(createApp({ ...APP, "auth.ts": config }), "--dry-run")
    expect(stdout.includes("add a nullable JSON column bink to the users table")).toBe(isNamed)
  })

  test.each([
    ["next dev", 3000],
    ['concurrently "next dev" "prisma studio --port 5555"', 3000],
    ['concurrently "prisma studio -p 5555" "next dev -p 4002"', 4002],
    ["next dev -p4002", 4002],
    ["next dev --turbo --port=4002", 4002],
    ["PORT=4002 next dev", 4002],
    ["cross-env PORT=4002 NODE_ENV=development next dev", 4002],
    ["docker run -p 5432:5432 db & next dev", 3000],
    ["next -p 4002", 4002],
    ["node --inspect node_modules/.bin/next dev -p 4002", 4002],
    ["npm run dev:next", 4003],
  ])("with the dev script %s has its port", async (dev, port) => {
    const scripts = {
      dev,
      ...(dev.includes("dev:next") && { "dev:next": "next dev -p 4003" }),
      start: "next start -p 9000",
    }
    const { stdout } = await init(createApp(APP, V5, scripts), "--dry-run")
    expect(stdout).toContain(`open http://localhost:${port}/sign-in`)
    expect(stdout).toContain(
      `callback URL with dev@binatomy.com: http://localhost:${port}/api/auth/callback/bink`,
    )
  })

  test("of a monorepo's root is rejected with the commands for its apps", async () => {
    const root = createDirectory({
      "package.json": '{ "private": true }',
      "pnpm-workspace.yaml": "packages:\n  - 'apps/*' # all\n  - \"!apps/old\"\n",
      "apps/web/package.json": '{ "name": "web", "dependencies": { "next": "16" } }',
      "apps/web/app/layout.tsx": LAYOUT,
      "apps/ui/package.json": '{ "name": "ui", "dependencies": { "next": "16" } }',
      "apps/api/package.json": '{ "name": "api" }',
    })
    const { code, stderr } = await init(root, "--yes")
    expect(stderr).not.toContain("apps/ui")
    expect(code).toBe(1)
    expect(stderr).toContain("pnpm dlx authjs-bink init --cwd apps/web")
    expect(stderr).not.toContain("apps/api")
  })

  test("is found with --cwd", async () => {
    const app = createApp(APP, V5)
    const { code } = await run(["init", "--yes", "--no-install", "--cwd", app], { cwd: "/" })
    expect(code).toBe(0)
    expect(Object.keys(readApp(app))).toContain("auth.ts")
    expect((await run(["init", "--cwd", join(app, "missing")], { cwd: app })).code).toBe(2)
  })
})

describe("packages", () => {
  const WORKSPACE = {
    "apps/web/package.json": '{ "dependencies": { "next": "^16.0.0", "next-auth": "catalog:" } }',
    "apps/web/app/layout.js": LAYOUT,
  }
  test.each([
    [
      "Bun's catalog",
      {
        "package.json":
          '{ "workspaces": { "packages": ["apps/*"], "catalog": { "next-auth": "5.0.0-beta.32" } } }',
      },
      5,
    ],
    [
      "pnpm's catalog",
      {
        "package.json": "{}",
        "pnpm-workspace.yaml": 'packages: ["apps/*"]\n\ncatalog:\n  react: ^19\n  "next-auth": ^4.24.0\n',
      },
      4,
    ],
    [
      "a hoisted package",
      {
        "package.json": '{ "workspaces": ["apps/*"] }',
        "node_modules/next-auth/package.json": '{ "version": "5.0.0-beta.32" }',
      },
      5,
    ],
    [
      "Yarn PnP",
      {
        "package.json": '{ "workspaces": ["apps/*"] }',
        ".pnp.cjs": "",
        "yarn.lock": '"next-auth@npm:^4.24.0, next-auth@npm:^4.24.5":\n  version: 4.24.11\n',
      },
      4,
    ],
  ])("the version of next-auth is read from %s", async (_, files: Files, version) => {
    const root = createDirectory({ ...WORKSPACE, ...files })
    const { code, stdout } = await init(join(root, "apps/web"), "--dry-run")
    expect(code).toBe(0)
    expect(stdout).toContain(`Next.js with next-auth ${version} `)
  })

  test("a next-auth before 4.24 is in the install command", async () => {
    const app = createApp(
      { ...APP, [ROUTE]: ROUTE_4, "lib/auth.ts": "export const authOptions = { providers: [] }\n" },
      { "next-auth": "4.22.1" },
    )
    const { stdout } = await init(app, "--yes")
    expect(stdout).toContain('npm install "next-auth@^4.24.0"')
  })

  test("an unsupported React is rejected", async () => {
    const { code, stderr } = await init(createApp(APP, { ...V4, react: "^17.0.2" }), "--yes")
    expect(code).toBe(1)
    expect(stderr).toContain("React 17.0.2")
  })

  test.each([
    ["package-lock.json", "npm install", "npx authjs-bink emulator", "npm run dev"],
    ["pnpm-lock.yaml", "pnpm add", "pnpm exec authjs-bink emulator", "pnpm dev"],
    ["yarn.lock", "yarn add", "yarn authjs-bink emulator", "yarn dev"],
    ["bun.lock", "bun add", "bunx authjs-bink emulator", "bun run dev"],
  ])("with %s, all commands are those of its package manager", async (lockfile, add, emulator, dev) => {
    const { stdout } = await init(createApp({ ...APP, [lockfile]: "" }), "--dry-run")
    expect(stdout).toContain(`\n  ${add} "next-auth@^5.0.0-beta.20"\n  ${emulator}\n  ${dev} `)
  })
})

describe("other auth systems", () => {
  test.each([
    ["Clerk", { "@clerk/nextjs": "^7.0.0" }, {}],
    ["Auth0", { "@auth0/nextjs-auth0": "4" }, {}],
    ["Supabase Auth", { "@supabase/ssr": "0.6" }, {}],
    ["Kinde", { "@kinde-oss/kinde-auth-nextjs": "2" }, {}],
    ["WorkOS AuthKit", { "@workos-inc/authkit-nextjs": "2" }, {}],
    ["Lucia", { lucia: "3" }, {}],
    [
      "its own sign-in",
      { jose: "6" },
      { "lib/session.ts": 'import { cookies } from "next/headers"\nawait jwtVerify(cookies().get("s"))' },
    ],
    ["its own sign-in", {}, { "app/api/login/route.ts": "export async function POST() {}" }],
    ["its own sign-in", {}, { "auth.ts": "export const auth = () => true" }],
  ])("%s is named, and --yes adds nothing", async (name, dependencies: Files, files: Files) => {
    const app = createApp({ ...APP, ...files }, dependencies)
    const before = readApp(app)
    for (const args of [["--yes"], ["--dry-run"], []]) {
      const { code, stderr } = await init(app, ...args)
      expect(code).toBe(1)
      expect(stderr).toContain(`This app signs users in with ${name} (`)
    }
    expect(readApp(app)).toEqual(before)
  })

  test("a database client of an app with Auth.js is no other system", async () => {
    const app = createApp(
      { ...APP, [ROUTE]: ROUTE_5, "auth.ts": config5("{ providers: [] }") },
      { ...V5, "@supabase/ssr": "0.6", bcryptjs: "3" },
    )
    expect((await init(app, "--yes")).code).toBe(0)
  })

  test.each([
    [
      "without plugins",
      "betterAuth({ emailAndPassword: { enabled: true } })",
      "plugins: [genericOAuth({ config: [bink()] }), binkUser()], emailAndPassword",
    ],
    [
      "with plugins",
      "betterAuth({\n  plugins: [\n    nextCookies(),\n  ],\n})",
      "    genericOAuth({ config: [bink()] }),\n    binkUser(),\n    nextCookies(),",
    ],
    [
      "with generic OAuth",
      'betterAuth({ plugins: [genericOAuth({ config: [{ providerId: "x" }] })] })',
      'plugins: [binkUser(), genericOAuth({ config: [bink(), { providerId: "x" }] })]',
    ],
  ])("Better Auth %s gets this package's plugins, and nothing of next-auth", async (_, call, expected) => {
    const imports =
      'import { betterAuth } from "better-auth"\nimport { genericOAuth } from "better-auth/plugins"\n'
    const source = `${call.includes("genericOAuth") ? imports : imports.split("\n")[0]}\n\nexport const auth = ${call}\n`
    const app = createApp(
      {
        ...APP,
        "lib/auth.ts": source,
        "app/api/auth/[...all]/route.ts": 'import { auth } from "@/lib/auth"\n',
      },
      { "better-auth": "^1.7.0" },
    )
    const { code, stdout, files } = await initTwice(app)
    expect(code).toBe(0)
    expect(files["lib/auth.ts"]).toContain(expected)
    expect(files["lib/auth.ts"]).toContain('import { bink, binkUser } from "authjs-bink/better-auth"')
    expect(files["lib/auth.ts"]?.match(/import \{ genericOAuth \}/g)).toHaveLength(1)
    expect(stdout).not.toContain("next-auth")
    expect(Object.keys(files).sort()).toEqual(
      [
        ".env.local",
        ".gitignore",
        "app/api/auth/[...all]/route.ts",
        "app/layout.tsx",
        "lib/auth.ts",
        "package.json",
        "tsconfig.json",
      ].sort(),
    )
  })

  test("Better Auth in a package of the workspace gets the plugins there", async () => {
    const root = createDirectory({
      "package.json": '{ "workspaces": ["apps/*", "packages/*"] }',
      "packages/auth/package.json": '{ "name": "@acme/auth", "dependencies": { "better-auth": "^1.7.0" } }',
      "packages/auth/src/index.ts":
        'import { betterAuth } from "better-auth"\n\nexport function createAuth() {\n  const options = { plugins: [] }\n  return betterAuth(options)\n}\n',
      "apps/web/package.json":
        '{ "dependencies": { "@acme/auth": "*", "better-auth": "^1.7.0", "next": "^16.0.0" } }',
      "apps/web/app/layout.js": LAYOUT,
      "apps/web/lib/auth.js": 'import { createAuth } from "@acme/auth"\n\nexport const auth = createAuth()\n',
    })
    const { code, stdout } = await init(join(root, "apps/web"), "--yes")
    expect(code).toBe(0)
    expect(stdout).toContain("(cd ../../packages/auth && npm install")
    expect(readApp(root)["packages/auth/src/index.ts"]).toContain(
      "plugins: [genericOAuth({ config: [bink()] }), binkUser()]",
    )
  })

  test.each([
    [
      'import { admin } from "better-auth/plugins"\n',
      'import { admin, genericOAuth } from "better-auth/plugins"\n',
    ],
    [
      'import {\n  admin,\n  twoFactor,\n} from "better-auth/plugins"\n',
      'import {\n  admin,\n  twoFactor,\n  genericOAuth,\n} from "better-auth/plugins"\n',
    ],
    [
      'import type { Member } from "better-auth/plugins"\n',
      'import { genericOAuth } from "better-auth/plugins"\nimport { betterAuth } from "better-auth"\nimport type { Member } from',
    ],
  ])("Better Auth with %j gets the new name in an import of values", async (line, expected) => {
    const source = `import { betterAuth } from "better-auth"\n${line}\nexport const auth = betterAuth({ plugins: [] })\n`
    const app = createApp({ ...APP, "lib/auth.ts": source }, { "better-auth": "^1.7.0" })
    const { files } = await initTwice(app)
    expect(files["lib/auth.ts"]).toContain(expected)
  })

  test("Better Auth of the route gets the plugins, and no other one", async () => {
    const source =
      'import { betterAuth } from "better-auth"\n\nexport const auth = betterAuth({ plugins: [] })\n'
    const route = (name: string) =>
      `import { toNextJsHandler } from "better-auth/next-js"\nimport { auth } from "@/lib/${name}"\n\nexport const { GET, POST } = toNextJsHandler(auth)\n`
    const files = { ...APP, "lib/auth.ts": source, "lib/auth-old.ts": source }
    const path = "app/api/auth/[...all]/route.ts"
    const dependencies = { "better-auth": "^1.7.0" }
    const app = await initTwice(createApp({ ...files, [path]: route("auth") }, dependencies))
    expect(app.files["lib/auth.ts"]).toContain("plugins: [genericOAuth({ config: [bink()] }), binkUser()]")
    expect(app.files["lib/auth-old.ts"]).toBe(source)

    const { code, stdout } = await init(createApp(files, dependencies), "--yes")
    expect(code).toBe(1)
    expect(stdout).toContain("is one of several files that call betterAuth().")
  })

  test("Better Auth with computed options is left to the developer", async () => {
    const source = 'import { betterAuth } from "better-auth"\n\nexport const auth = betterAuth(options())\n'
    const app = createApp({ ...APP, "lib/auth.ts": source }, { "better-auth": "^1.7.0" })
    const { code, stdout } = await init(app, "--yes")
    expect(code).toBe(1)
    expect(stdout).toContain("genericOAuth({ config: [bink()] })")
    expect(readApp(app)["lib/auth.ts"]).toBe(source)
  })
})

describe("the sign-in page", () => {
  const LOGIN = "export default function Page() { return <p>Log in</p> }\n"
  const config4 =
    'import type { NextAuthOptions } from "next-auth"\n\nexport const authOptions: NextAuthOptions = {\n  pages: { signIn: "/login" },\n  providers: [],\n}\n'

  test("of the app is named with the code for next-auth 4", async () => {
    const app = createApp(
      { ...APP, [ROUTE]: ROUTE_4, "lib/auth.ts": config4, "app/login/page.tsx": LOGIN },
      V4,
    )
    const { code, stdout, second, files } = await initTwice(app)
    expect(code).toBe(0)
    for (const output of [stdout, second]) {
      expect(output).toContain("One step is left: app/login/page.tsx is the app's sign-in page.")
      expect(output).toContain('<SignInWithBinkButton redirectTo="/" />')
      expect(output).toContain("open http://localhost:3000/login")
      expect(output).not.toContain("Done")
    }
    expect(Object.keys(files)).not.toContain(PAGE)
    writeFileSync(
      join(app, "app/login/page.tsx"),
      `import { SignInWithBinkButton } from "authjs-bink/react"\n${LOGIN}`,
    )
    expect((await init(app, "--yes")).stdout).not.toContain("One step is left")
  })

  test.each([
    ["lists", "Object.values(providers).map(({ id }) => <button onClick={() => signIn(id)} />)", false],
    ["picks one of", "<button onClick={() => signIn(providers.google.id)} />", true],
  ])("that %s all providers is named if the button is missing", async (_, buttons, isNamed) => {
    const page = `import { getProviders, signIn } from "next-auth/react"\n\nexport default async function Page() {\n  const providers = await getProviders()\n  return <>{${buttons}}</>\n}\n`
    const app = createApp(
      { ...APP, [ROUTE]: ROUTE_4, "lib/auth.ts": config4, "app/login/page.tsx": page },
      V4,
    )
    const { stdout } = await init(app, "--dry-run")
    expect(stdout.includes("One step is left: app/login/page.tsx")).toBe(isNamed)
  })

  test("of the app is named with a server action for next-auth 5, or without in a client component", async () => {
    const page = (text: string) =>
      createApp(
        {
          ...APP,
          [ROUTE]: ROUTE_5,
          "auth.ts": config5("{ providers: [GitHub] }"),
          "app/[locale]/(auth)/login/page.tsx": text,
        },
        V5,
      )
    const server = await init(page(LOGIN), "--yes")
    expect(server.stdout).toContain('import { signIn } from "@/auth"')
    expect(server.stdout).toContain('await signIn("bink", { redirectTo: "/" })')
    const client = await init(page(`// Form\n"use client"\n${LOGIN}`), "--yes")
    expect(client.stdout).toContain('<SignInWithBinkButton redirectTo="/" />')
  })

  const createAppWithPage = (text: string) =>
    createApp(
      {
        ...APP,
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ providers: [GitHub] }"),
        "app/signin/page.tsx": text,
      },
      V5,
    )

  test("of the app that lists all providers needs no button", async () => {
    const login =
      'import { providerMap, signIn } from "@/auth"\nexport default () => Object.values(providerMap).map((provider) => <form action={() => signIn(provider.id)} />)\n'
    expect((await init(createAppWithPage(login), "--yes")).stdout).toContain("Done.")
  })

  test.each([
    "{/* <SignInWithBinkButton /> */}",
    "<p>Don't</p> {/* <SignInWithBinkButton /> */}",
    '<a href="https://bink.link">Bink</a> {/* <SignInWithBinkButton /> */}',
    "{null /* <SignInWithBinkButton /> */}",
    "{null // <SignInWithBinkButton />\n      }",
  ])("with a button in a comment only gets a button: %j", async (content) => {
    const login = `export default function Login() {\n  return (\n    <>\n      ${content}\n    </>\n  )\n}\n`
    expect((await init(createAppWithPage(login), "--yes")).stdout).not.toContain("Done.")
  })

  test.each([
    '<a href="https://bink.link">Bink</a> <SignInWithBinkButton />',
    "<p>https://bink.link</p> <SignInWithBinkButton />",
    "{/^https?:\\/\\//.test(url) && <SignInWithBinkButton />}",
    "{`https://bink.link/*`} <SignInWithBinkButton /> {`*/`}",
  ])("with a button after what looks like a comment is complete: %j", async (content) => {
    const login = `export default function Login() {\n  return (\n    <>\n      ${content}\n    </>\n  )\n}\n`
    expect((await init(createAppWithPage(login), "--yes")).stdout).toContain("Done.")
  })

  test("at an address without a file is named by its address", async () => {
    const app = createApp({ ...APP, [ROUTE]: ROUTE_4, "lib/auth.ts": config4 }, V4)
    const { stdout, files } = await initTwice(app)
    expect(stdout).toContain("The page at /login is the app's sign-in page.")
    expect(Object.keys(files)).not.toContain(PAGE)
  })

  test("keeps the providers of Auth.js's own page", async () => {
    const app = createApp({ ...APP, [ROUTE]: ROUTE_5, "auth.ts": config5("{ providers: [GitHub] }") }, V5)
    const { files } = await initTwice(app)
    // `pages.signIn` would hide GitHub.
    expect(files["auth.ts"]).not.toContain("pages")
    expect(Object.keys(files)).toContain(PAGE)
  })
})

describe("the environment", () => {
  test.each([
    ["https://bink.link", "AUTH_BINK_ISSUER=https://bink.link\n"],
    ["a server of the company", 'BINK_HOST=bink.example\nAUTH_BINK_ISSUER="https://$BINK_HOST"\n'],
  ])("of an app that uses %s gets no credentials of the emulator", async (_, text) => {
    const app = createApp({ ...APP, ".env.local": text }, V5)
    const { stdout, files } = await initTwice(app)
    const env = parseEnv(files[".env.local"] as string)
    expect(env).not.toHaveProperty("AUTH_BINK_ID")
    expect(files[".env.local"]).toContain(text)
    expect(stdout).toContain("AUTH_BINK_ID is not set.")
    expect(stdout).toContain("AUTH_BINK_SECRET is not set.")
    expect(stdout).not.toContain("demo-")
    expect(stdout).not.toContain("authjs-bink emulator")
  })

  test("of a config with a secret and trustHost gets neither", async () => {
    const app = createApp(
      {
        ...APP,
        [ROUTE]: ROUTE_5,
        "auth.ts": config5("{ secret: process.env.SECRET, trustHost: true, providers: [] }"),
      },
      V5,
    )
    const { files } = await initTwice(app)
    expect(parseEnv(files[".env.local"] as string)).toEqual({
      AUTH_BINK_ID: "demo-client",
      AUTH_BINK_SECRET: "demo-secret",
      AUTH_BINK_ISSUER: "http://127.0.0.1:2465",
    })
  })

  test("takes the address of the app from AUTH_URL", async () => {
    const app = createApp({ ...APP, ".env": "PORT=4010\nAUTH_URL=http://localhost:$PORT/auth\n" }, V5)
    const { stdout } = await init(app, "--yes")
    expect(stdout).toContain("--redirect-uri http://localhost:4010/auth/callback/bink")
  })

  test.skipIf(process.platform === "win32")("is readable by its owner only, if the file is new", async () => {
    const [created, existing] = [createApp(APP), createApp({ ...APP, ".env.local": "A=b\n" })]
    chmodSync(join(existing, ".env.local"), 0o640)
    for (const app of [created, existing]) await init(app, "--yes")
    const mode = (app: string, path: string) => (statSync(join(app, path)).mode & 0o777).toString(8)
    expect(mode(created, ".env.local")).toBe("600")
    expect(mode(existing, ".env.local")).toBe("640")
  })
})

describe("writing", () => {
  test("changes nothing if a directory cannot be written to", async () => {
    const app = createApp(APP)
    // A file where a directory is needed fails for every user, root included.
    writeFileSync(join(app, "app/api"), "")
    const before = readApp(app)
    const { code, stderr } = await init(app, "--yes")
    expect(code).toBe(1)
    expect(stderr).toContain("app/api is not writable")
    expect(stderr).toContain("Nothing was changed")
    expect(stderr).not.toContain("bug")
    expect(readApp(app)).toEqual(before)
  })

  test("restores all files if one fails", () => {
    const app = createApp({ ...APP, "auth.ts": "before" })
    mkdirSync(join(app, "page.tsx"))
    const before = readApp(app)
    const changes = ["auth.ts", "app/api/auth/route.ts", "page.tsx"].map((path) => ({
      path,
      before: null,
      after: "after",
    }))
    expect(() => writeFiles(app, changes)).toThrow(
      /Cannot write page\.tsx.* \(EISDIR\)\. Nothing was changed\./,
    )
    expect(readApp(app)).toEqual(before)
    expect(readdirSync(join(app, "app"))).toEqual(["layout.tsx"])
  })

  test("keeps a symbolic link and the mode of an edited file", async () => {
    const app = createApp({ ...APP, [ROUTE]: ROUTE_5, "shared/auth.ts": config5("{ providers: [] }") }, V5)
    symlinkSync(join(app, "shared/auth.ts"), join(app, "auth.ts"))
    chmodSync(join(app, "shared/auth.ts"), 0o755)
    expect((await init(app, "--yes")).code).toBe(0)
    expect(readFileSync(join(app, "shared/auth.ts"), "utf8")).toContain("withBink")
    expect(statSync(join(app, "shared/auth.ts")).mode & 0o777).toBe(0o755)
  })

  test("formats new files, and edited files that were formatted, with the project's formatter", async () => {
    const modules = resolve(import.meta.dirname, "../../node_modules")
    const biome =
      '{ "formatter": { "indentStyle": "space" }, "javascript": { "formatter": { "quoteStyle": "single", "semicolons": "asNeeded" } } }'
    const formatted = `import NextAuth from 'next-auth'\n\nexport const { handlers } = NextAuth({\n  providers: [],\n})\n`
    const create = (source: string) => {
      const app = createApp({ ...APP, [ROUTE]: ROUTE_5, "auth.ts": source, "biome.json": biome }, V5)
      mkdirSync(join(app, "node_modules/.bin"), { recursive: true })
      symlinkSync(join(modules, ".bin/biome"), join(app, "node_modules/.bin/biome"))
      return app
    }
    const [clean, other] = [
      create(formatted),
      create(formatted.replace("{\n  providers", "{\n          providers")),
    ]
    for (const app of [clean, other]) expect((await init(app, "--yes")).code).toBe(0)
    expect(readFileSync(join(clean, "auth.ts"), "utf8")).toContain(
      "NextAuth(\n  withBink({\n    providers: [Bink],\n  }),\n)\n",
    )
    expect(readFileSync(join(other, "auth.ts"), "utf8")).toContain(
      "NextAuth(withBink({\n          providers: [Bink],\n}))\n",
    )
    expect(readFileSync(join(clean, PAGE), "utf8")).toMatch(/^import \{.*\n*.* from 'authjs-bink\/react'\n/m)
  })

  test.skipIf(process.platform === "win32")(
    "runs ESLint on new files only, in a project without a formatter",
    async () => {
      const source = config5("{ providers: [GitHub] }")
      const app = createApp({ ...APP, [ROUTE]: ROUTE_5, "auth.ts": source, "eslint.config.mjs": "" }, V5)
      const program = '#!/bin/sh\nfor file; do [ "$file" = --fix ] || echo "// fixed" >> "$file"; done\n'
      mkdirSync(join(app, "node_modules/.bin"), { recursive: true })
      writeFileSync(join(app, "node_modules/.bin/eslint"), program, { mode: 0o755 })
      expect((await init(app, "--yes")).code).toBe(0)
      expect(readFileSync(join(app, PAGE), "utf8")).toMatch(/\n\/\/ fixed\n$/)
      expect(readFileSync(join(app, "auth.ts"), "utf8")).toContain("withBink")
      expect(readFileSync(join(app, "auth.ts"), "utf8")).not.toContain("fixed")
    },
  )

  test("prints no control or direction characters of the app's files", async () => {
    const source = config5("{ providers: [GitHub] }").replace("\n\n", "\n// \u001b[2J\u202e\n\n")
    const app = createApp({ ...APP, [ROUTE]: ROUTE_5, "auth.ts": source }, V5)
    const { stdout } = await init(app, "--dry-run")
    expect(stdout).toContain("// \ufffd[2J\ufffd")
    for (const character of ["\u001b", "\u202e"]) expect(stdout).not.toContain(character)
  })
})
