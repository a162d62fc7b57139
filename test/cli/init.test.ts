import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { parseEnv } from "node:util"
import { transformSync } from "esbuild"
import { expect, test } from "vitest"
import { createApp, type Files, init, LAYOUT, readApp, TSCONFIG, V4, V5 } from "./app-directory.ts"
import { run } from "./run-cli.ts"

test.each([
  {
    name: "app router, TypeScript",
    files: { "app/layout.tsx": LAYOUT, "tsconfig.json": TSCONFIG },
    dependencies: V5,
    created: ["auth.ts", "app/api/auth/[...nextauth]/route.ts", "app/sign-in/page.tsx"],
  },
  {
    name: "app router in src, TypeScript, without an alias",
    files: { "src/app/layout.tsx": LAYOUT, "tsconfig.json": "{}" },
    dependencies: V5,
    created: ["src/auth.ts", "src/app/api/auth/[...nextauth]/route.ts", "src/app/sign-in/page.tsx"],
  },
  {
    name: "app router, JavaScript",
    files: { "app/layout.js": LAYOUT },
    dependencies: V5,
    created: ["auth.js", "app/api/auth/[...nextauth]/route.js", "app/sign-in/page.jsx"],
  },
  {
    name: "pages router, next-auth 5",
    files: { "pages/index.tsx": LAYOUT, "tsconfig.json": TSCONFIG },
    dependencies: V5,
    created: ["auth.ts", "app/api/auth/[...nextauth]/route.ts", "pages/sign-in.tsx"],
  },
  {
    name: "pages router in src, JavaScript, next-auth 4",
    files: { "src/pages/index.js": LAYOUT },
    dependencies: V4,
    created: ["src/auth.js", "src/pages/api/auth/[...nextauth].js", "src/pages/sign-in.jsx"],
  },
  {
    name: "app router, TypeScript, next-auth 4",
    files: { "app/layout.tsx": LAYOUT, "tsconfig.json": TSCONFIG },
    dependencies: V4,
    created: ["auth.ts", "app/api/auth/[...nextauth]/route.ts", "app/sign-in/page.tsx"],
  },
])(
  "init adds valid files that import existing files, and changes nothing the second time: $name",
  async (app) => {
    const root = createApp(app.files, app.dependencies)
    const before = readApp(root)
    const first = await init(root, "--yes")
    expect(first).toMatchObject({ code: 0, stderr: "" })

    const after = readApp(root)
    expect(Object.keys(after).sort()).toEqual(
      [...Object.keys(before), ...app.created, ".env.local", ".gitignore"].sort(),
    )
    expect(after).toMatchObject(before)
    for (const path of app.created) {
      const source = after[path] as string
      transformSync(source, { loader: path.endsWith("x") ? "tsx" : path.endsWith("ts") ? "ts" : "js" })
      if (!/tsx?$/.test(path)) expect(source).not.toMatch(/import type|: Props|: NextAuthOptions/)
      for (const [, specifier = ""] of source.matchAll(/from "(@\/|\.[^"]*)"/g)) {
        const target = specifier.startsWith("@/")
          ? join(root, specifier.slice(2))
          : resolve(root, dirname(path), specifier)
        expect(
          [".ts", ".js"].some((extension) => existsSync(target + extension)),
          `${path} → ${specifier}`,
        ).toBe(true)
      }
    }

    const second = await init(root, "--yes")
    expect(second).toMatchObject({ code: 0, stderr: "" })
    expect(second.stdout).toContain("there already")
    expect(readApp(root)).toEqual(after)
  },
)

test("init writes the emulator's credentials and a random secret to .env.local, and does not print the secret", async () => {
  const [appA, appB] = [
    createApp({ "app/layout.js": LAYOUT }, V5),
    createApp({ "app/layout.js": LAYOUT }, V5),
  ]
  const { stdout } = await init(appA, "--yes")
  await init(appB, "--yes")
  const [first, second] = [appA, appB].map((app) => parseEnv(readFileSync(join(app, ".env.local"), "utf8")))
  expect(first).toEqual({
    AUTH_BINK_ID: "demo-client",
    AUTH_BINK_SECRET: "demo-secret",
    AUTH_BINK_ISSUER: "http://127.0.0.1:2465",
    AUTH_SECRET: expect.stringMatching(/^[\w+/]{44}$/),
    AUTH_TRUST_HOST: "true",
  })
  expect(first?.AUTH_SECRET).not.toBe(second?.AUTH_SECRET)
  expect(stdout).toContain("AUTH_SECRET=••••••••")
  expect(stdout).not.toContain(first?.AUTH_SECRET)
  expect(readFileSync(join(appA, ".gitignore"), "utf8")).toBe(".env*.local\n")
})

test("init writes NEXTAUTH_URL and NEXTAUTH_SECRET for next-auth 4", async () => {
  const app = createApp({ "pages/index.js": LAYOUT }, V4, { dev: "next dev --turbo -p 4000" })
  const { stdout } = await init(app, "--yes")
  const env = parseEnv(readFileSync(join(app, ".env.local"), "utf8"))
  expect(env).toMatchObject({ NEXTAUTH_URL: "http://localhost:4000", NEXTAUTH_SECRET: expect.any(String) })
  expect(env).not.toHaveProperty("AUTH_TRUST_HOST")
  expect(stdout).toContain("emulator --redirect-uri http://localhost:4000/api/auth/callback/bink")
})

test("init keeps existing variables, and does not add the emulator's URL to other credentials", async () => {
  const existing = "AUTH_BINK_ID=mine\nexport AUTH_BINK_SECRET='my secret'"
  const app = createApp({ "app/layout.js": LAYOUT, ".env.local": existing, ".env": "AUTH_SECRET=kept\n" }, V5)
  const { stdout } = await init(app, "--yes")
  const text = readFileSync(join(app, ".env.local"), "utf8")
  expect(text.startsWith(`${existing}\n\n`)).toBe(true)
  expect(parseEnv(text)).toEqual({
    AUTH_BINK_ID: "mine",
    AUTH_BINK_SECRET: "my secret",
    AUTH_TRUST_HOST: "true",
  })
  expect(stdout).not.toContain("my secret")
})

test("init adds .env.local to .gitignore, and writes no secret if Git tracks the file", async () => {
  const git = (app: string, ...args: string[]) =>
    spawnSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], { cwd: app })
  const ignoring = createApp({ "app/layout.js": LAYOUT, ".gitignore": ".env*\n!.env.example\n" }, V5)
  const notIgnoring = createApp({ "app/layout.js": LAYOUT, ".gitignore": "# .env*\n.next" }, V5)
  const tracking = createApp({ "app/layout.js": LAYOUT, ".env.local": "A=b\n" }, V5)
  for (const app of [ignoring, notIgnoring, tracking]) git(app, "init", "--quiet")
  git(tracking, "add", ".env.local")

  expect((await init(ignoring, "--yes")).code).toBe(0)
  expect(readFileSync(join(ignoring, ".gitignore"), "utf8")).toBe(".env*\n!.env.example\n")
  expect((await init(notIgnoring, "--yes")).code).toBe(0)
  expect(readFileSync(join(notIgnoring, ".gitignore"), "utf8")).toBe("# .env*\n.next\n.env*.local\n")

  const refused = await init(tracking, "--yes")
  expect(refused.code).toBe(1)
  expect(refused.stdout).toContain("git rm --cached .env.local")
  expect(readFileSync(join(tracking, ".env.local"), "utf8")).toBe("A=b\n")
  expect(existsSync(join(tracking, "auth.js"))).toBe(true)
})

test("init writes nothing with --dry-run, or without --yes and a terminal", async () => {
  const app = createApp({ "app/layout.js": LAYOUT }, V5)
  const before = readApp(app)
  const dry = await init(app, "--dry-run", "--yes")
  expect(dry.code).toBe(0)
  expect(dry.stdout).toMatch(/auth\.js \(new\)\n {2}\+ import Bink, \{ withBink \} from "authjs-bink"/)
  const withoutTerminal = await init(app)
  expect(withoutTerminal.code).toBe(1)
  expect(withoutTerminal.stderr).toContain("Add --yes")
  expect(readApp(app)).toEqual(before)
})

const EDITS = [
  {
    name: "an object passed to NextAuth",
    path: "auth.ts",
    dependencies: V5,
    before: `import NextAuth from "next-auth"
import GitHub from "next-auth/providers/github"

// providers: [Old], NextAuth({ is documented at https://authjs.dev
export const { handlers, auth, signIn, signOut } = NextAuth({
  providers: [GitHub],
  callbacks: { authorized: ({ auth }) => !!auth },
})
`,
    after: `import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import NextAuth from "next-auth"
import GitHub from "next-auth/providers/github"

// providers: [Old], NextAuth({ is documented at https://authjs.dev
export const { handlers, auth, signIn, signOut } = NextAuth(withBink({
  providers: [Bink, GitHub],
  callbacks: { authorized: ({ auth }) => !!auth },
}))
`,
  },
  {
    name: "a list on several lines, with single quotes and semicolons",
    path: "src/auth.ts",
    dependencies: V5,
    before: `import NextAuth from 'next-auth';

export const { handlers, auth } = NextAuth({
  providers: [
    // none yet
  ],
});
`,
    after: `import Bink, { withBink } from 'authjs-bink';
import type {} from 'authjs-bink/next-auth';
import NextAuth from 'next-auth';

export const { handlers, auth } = NextAuth(withBink({
  providers: [
    Bink,
    // none yet
  ],
}));
`,
  },
  {
    name: "authOptions of next-auth 4",
    path: "pages/api/auth/[...nextauth].ts",
    dependencies: V4,
    before: `import NextAuth, { type NextAuthOptions } from "next-auth"
import GithubProvider from "next-auth/providers/github"

export const authOptions: NextAuthOptions = {
  providers: [
    GithubProvider({ clientId: process.env.ID ?? "{", clientSecret: "]" }),
  ],
}

export default NextAuth(authOptions)
`,
    after: `import Bink, { withBink } from "authjs-bink"
import type {} from "authjs-bink/next-auth"
import NextAuth, { type NextAuthOptions } from "next-auth"
import GithubProvider from "next-auth/providers/github"

export const authOptions: NextAuthOptions = withBink({
  providers: [
    Bink(),
    GithubProvider({ clientId: process.env.ID ?? "{", clientSecret: "]" }),
  ],
})

export default NextAuth(authOptions)
`,
  },
]

test.each(EDITS)(
  "init edits $name and nothing else in the file",
  async ({ path, dependencies, before, after }) => {
    const folder = path.startsWith("src/") ? "src/app" : "app"
    const app = createApp(
      { [`${folder}/layout.tsx`]: LAYOUT, "tsconfig.json": TSCONFIG, [path]: before },
      dependencies,
    )
    const { code } = await init(app, "--yes")
    expect(code).toBe(0)
    expect(readApp(app)[path]).toBe(after)
    transformSync(after, { loader: "ts" })
    expect((await init(app, "--yes")).stdout).toContain("there already")
    expect(readApp(app)[path]).toBe(after)
  },
)

test("init edits authOptions in the file that the route imports", async () => {
  const app = createApp(
    {
      "app/layout.js": LAYOUT,
      "lib/auth.js":
        'import GitHub from "next-auth/providers/github"\n\nexport const authOptions = { providers: [GitHub({})] }\n',
      "app/api/auth/[...nextauth]/route.js":
        'import NextAuth from "next-auth"\nimport { authOptions } from "../../../../lib/auth"\n\nconst handler = NextAuth(authOptions)\nexport { handler as GET, handler as POST }\n',
    },
    V4,
  )
  expect((await init(app, "--yes")).code).toBe(0)
  const files = readApp(app)
  expect(files["lib/auth.js"]).toContain("withBink({ providers: [Bink(), GitHub({})] })")
  expect(files["app/sign-in/page.jsx"]).toContain('from "../../lib/auth"')
  expect(files).not.toHaveProperty(["auth.js"])
})

test.each([
  [
    "from a function with two returns",
    'import NextAuth from "next-auth"\nconst config = (x) => { if (x) return { providers: [] }; return { providers: [1] } }\nexport const { handlers } = NextAuth(config())',
  ],
  [
    "chosen by a condition",
    'import NextAuth from "next-auth"\nexport const { handlers } = NextAuth(process.env.A ? { providers: [] } : { providers: [1] })',
  ],
  [
    "with two calls of NextAuth",
    'import NextAuth from "next-auth"\nconst a = NextAuth({ providers: [] })\nconst b = NextAuth({ providers: [] })',
  ],
  ["in CommonJS", 'const NextAuth = require("next-auth")\nmodule.exports = NextAuth({ providers: [] })'],
  [
    "with a syntax error",
    'import NextAuth from "next-auth"\nexport const { handlers } = NextAuth({ providers: [ })',
  ],
])("init keeps a config %s, prints valid code to paste, and ends equally in a dry run", async (_, source) => {
  const app = createApp({ "app/layout.js": LAYOUT, "auth.js": source }, V5)
  const before = readApp(app)
  const dryRun = await init(app, "--dry-run")
  const { code, stdout } = await init(app, "--yes")
  expect([dryRun.code, code]).toEqual([1, 1])
  expect(stdout).toContain("By hand: auth.js")
  expect(stdout).toContain('import Bink, { withBink } from "authjs-bink"')
  expect(stdout).toContain("run npx authjs-bink init again")
  expect(stdout).not.toContain("Done")
  expect(readApp(app)).toEqual(before)
  const [, paste = ""] = /By hand:.*\n\n((?: {2}.*\n|\n)+)/.exec(stdout) ?? []
  transformSync(paste, { loader: "ts" })
})

test("init edits a split config in the file with the providers, and imports the file that calls NextAuth", async () => {
  const app = createApp(
    {
      "app/layout.js": LAYOUT,
      "auth.config.js":
        'import GitHub from "next-auth/providers/github"\n\nexport const config = { providers: [GitHub] }\n',
      "auth.js":
        'import NextAuth from "next-auth"\nimport { config } from "./auth.config"\n\nexport const { handlers, auth, signIn, signOut } = NextAuth(config)\n',
    },
    V5,
  )
  for (const time of ["first", "second"]) {
    expect((await init(app, "--yes")).code, time).toBe(0)
    const files = readApp(app)
    expect(files["auth.config.js"]).toContain("withBink({ providers: [Bink, GitHub] })")
    expect(files["app/api/auth/[...nextauth]/route.js"]).toContain('from "../../../../auth"')
    expect(files["app/sign-in/page.jsx"]).toContain('from "../../auth"')
  }
})

test("init keeps two configs of which no route uses one, and edits the one that --config names", async () => {
  const config = 'import NextAuth from "next-auth"\nexport const { handlers } = NextAuth({ providers: [] })\n'
  const files = { "app/layout.js": LAYOUT, "auth.js": config, "lib/auth.js": config }
  const app = createApp(files, V5)
  const { code, stdout } = await init(app, "--yes")
  expect(code).toBe(1)
  expect(stdout).toContain("By hand: auth.js")
  expect(stdout).toContain("By hand: lib/auth.js")
  expect(stdout).toContain("npx authjs-bink init --config auth.js")
  expect(readApp(app)).toMatchObject(files)
  expect((await init(app, "--yes", "--config", "lib/auth.js")).code).toBe(0)
  expect(readApp(app)).toMatchObject({
    "auth.js": config,
    "lib/auth.js": expect.stringContaining("withBink("),
  })
  expect((await init(app, "--yes", "--config", "no.js")).code).toBe(2)
})

test.each([
  ["an existing sign-in page", { "app/(site)/login/page.js": "export default () => null" }],
  [
    "pages.signIn in its config",
    {
      "auth.js":
        EDITS[0]?.before.replace("  providers:", '  pages: { signIn: "/enter" },\n  providers:') ?? "",
    },
  ],
])("init adds no sign-in page to an app with %s", async (_, files) => {
  const app = createApp({ "app/layout.js": LAYOUT, ...files }, V5)
  expect((await init(app, "--yes")).code).toBe(0)
  expect(Object.keys(readApp(app))).not.toContain("app/sign-in/page.jsx")
})

test("init prints the install command of the app's package manager", async () => {
  const app = createApp({
    "app/layout.js": LAYOUT,
    "pnpm-lock.yaml": "",
    "package.json": '{"dependencies":{"next":"16"}}',
  })
  expect((await init(app, "--yes")).stdout).toMatch(
    /^ {2}pnpm add "next-auth@\^5\.0\.0-beta\.20" "authjs-bink@\^\d+\.\d+\.\d+"$/m,
  )
  expect((await run(["init", "--dry-run"], { cwd: app })).stdout).toContain(
    'Packages\n  pnpm add "next-auth@',
  )
})

test.each([
  ["an app without package.json", {}, "There is no package.json"],
  ["an invalid package.json", { "package.json": "{" }, "is not valid JSON"],
  ["an app without Next.js", { "package.json": "{}" }, "does not list next"],
  [
    "an app without an app or pages directory",
    { "package.json": '{"dependencies":{"next":"16"}}' },
    "No pages found",
  ],
  [
    "an unsupported next-auth version",
    { "package.json": '{"dependencies":{"next":"16","next-auth":"3.29.0"}}', "pages/a.js": "" },
    'next-auth "3.29.0"',
  ],
])("init rejects %s and writes nothing", async (_, files: Files, expected) => {
  const app = createApp(files)
  if (!("package.json" in files)) rmSync(join(app, "package.json"))
  const before = readApp(app)
  const { code, stderr } = await init(app, "--yes")
  expect(code).toBe(1)
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/\n\s+at /)
  expect(readApp(app)).toEqual(before)
})

test("init writes the whole path for an app with a basePath", async () => {
  const files = { "app/layout.tsx": LAYOUT, "next.config.ts": 'export default { basePath: "/shop" }\n' }
  const app = createApp(files, V5)
  const { stdout } = await init(app, "--yes")
  expect(stdout).toContain("--redirect-uri http://localhost:3000/shop/api/auth/callback/bink")
  expect(stdout).toContain("open http://localhost:3000/shop/sign-in")
  const written = readApp(app)
  expect(written["auth.js"]).toContain('basePath: "/shop/api/auth"')
  expect(written["app/api/auth/[...nextauth]/route.js"]).toContain("addBasePath(handlers.GET)")

  const v4 = createApp(
    { "pages/index.js": LAYOUT, "next.config.js": 'module.exports = { basePath: "/shop" }' },
    V4,
  )
  await init(v4, "--yes")
  expect(readApp(v4)).toMatchObject({
    ".env.local": expect.stringContaining("NEXTAUTH_URL=http://localhost:3000/shop/api/auth\n"),
    "pages/sign-in.jsx": expect.stringContaining('basePath="/shop/api/auth"'),
  })
})
