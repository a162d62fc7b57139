import { execFileSync } from "node:child_process"
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import { getPageStaticInfo } from "next/dist/build/analysis/get-page-static-info.js"
import { loadBindings } from "next/dist/build/swc/index.js"
import { beforeAll, expect, test } from "vitest"
import { parse as parseYaml } from "yaml"
import { copyPackage } from "../helpers/npm.ts"
import { type Block, PAGES, ROOT, readBlocks } from "./blocks.ts"

const blocks = PAGES.flatMap(readBlocks)
const blocksIn = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language))
const name = ({ page, line }: Block) => `${page}:${line}`

/** Inside the repository, where Next.js and React are installed, and outside of `src`. */
const FOLDER = join(ROOT, ".cache/code-blocks")

/** Files of other pages that the code of a page may import, by version of next-auth. */
const IMPORTABLE = {
  4: [["docs/get-started/next-auth-4.md", "auth.ts"]],
  5: [
    ["docs/recipes/gate-an-api-route.md", "app/api/report/route.ts"],
    ["docs/get-started/next-auth-5.md", "auth.ts"],
  ],
} as const

/**
 * Need packages or files that only their example has. It compiles the code, and a test compares the page with it. The
 * packages of the page about other frameworks are not installed.
 */
const EXAMPLE_PAGES = [
  "docs/get-started/frameworks.md",
  "docs/get-started/sveltekit.md",
  ...globSync("examples/*/package-lock.json", { cwd: ROOT }).map(
    (path) => `docs/get-started/${basename(dirname(path))}.md`,
  ),
]

/** Files that `oauth-recipes.test.ts` compiles, with the frameworks that they import. */
const NEEDS_FRAMEWORK = /^(hono|react-router|elysia|fastify)\.ts$/

/** Page and line of each written file. */
const sources = new Map<string, { page: string; line: number }>()

let diagnostics: string[]

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true })
  // A separate package scope. Otherwise `authjs-bink` would resolve to this repository itself.
  write("package.json", '{ "private": true, "type": "module" }')
  write(
    "next-env.d.ts",
    '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
  )
  write("tsconfig.json", JSON.stringify(TSCONFIG))
  for (const version of [4, 5] as const) {
    install(version)
    const code = blocksIn("ts", "tsx", "js").filter(({ nextAuth }) => nextAuth === version)
    for (const page of PAGES.filter((page) => !EXAMPLE_PAGES.includes(page))) {
      const app = code.filter((block) => block.page === page && !NEEDS_FRAMEWORK.test(block.path ?? ""))
      for (const [from, path] of IMPORTABLE[version]) {
        const isNamed = app.some(({ text }) => text.includes(`/${path.replace(/\.ts$/, "")}"`))
        const block = code.find((block) => block.page === from && block.path === path)
        if (block && isNamed && !app.some((own) => own.path === path)) app.push(block)
      }
      for (const block of app) place(block, page)
    }
  }
  diagnostics = compile()
}, 120_000)

test.each(PAGES)("compiles the code of %s with the built package", (page) => {
  expect(diagnostics.filter((line) => line.startsWith(`${page}:`))).toEqual([])
})

test("finds the code of the pages, and reports no error outside of them", () => {
  expect(sources.size).toBeGreaterThan(30)
  expect(diagnostics.filter((line) => !PAGES.includes(line.split(":")[0] ?? ""))).toEqual([])
})

/** Runs the check of `next build` for `proxy.ts` or `middleware.ts`. */
async function checkExport(file: string, text: string): Promise<void> {
  const path = join(mkdtempSync(join(FOLDER, "proxy-")), `${file}.ts`)
  writeFileSync(path, text)
  await loadBindings()
  const options = { pageFilePath: path, page: `/${file}`, nextConfig: {}, isDev: false }
  await getPageStaticInfo({ ...options, pageType: "root" as never })
}

test.each(
  blocksIn("ts")
    .filter(({ path }) => path === "proxy.ts")
    .flatMap((block) => ["proxy", "middleware"].map((file) => [name(block), file, block.text] as const)),
)("%s exports a function that Next.js finds in %s.ts", async (_, file, text) => {
  // Next.js reads only files with certain words.
  await expect(checkExport(file, `${text}\n// ${file}`)).resolves.toBeUndefined()
})

test("Next.js does not find a function that is exported by a pattern", async () => {
  const text = "export const { auth: proxy } = NextAuth({ providers: [] })"
  await expect(checkExport("proxy", text)).rejects.toThrow("must export a function")
})

test.each(blocksIn("json").map((block) => [name(block), block.text]))("parses %s as JSON", (_, text) => {
  expect(() => JSON.parse(text)).not.toThrow()
})

test.each(blocksIn("yaml", "yml").map((block) => [name(block), block.text]))(
  "parses %s as YAML",
  (_, text) => {
    expect(parseYaml(text)).toBeTypeOf("object")
  },
)

test.each(blocksIn("env", "dotenv").map((block) => [name(block), block.text]))(
  "%s sets variables that Auth.js, Better Auth or this package reads",
  (_, text) => {
    const names = text
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .map((line) => line.split("=")[0] as string)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(READERS))).toEqual([])
  },
)

/** Source code that reads the environment of an app. */
const READERS = [
  "dist/oauth/settings.js",
  "node_modules/@auth/core/lib/utils/env.js",
  "node_modules/next-auth/lib/env.js",
  "node_modules/next-auth-4/next/index.js",
  "node_modules/next-auth-4/utils/detect-origin.js",
  "node_modules/better-auth/dist/context/create-context.mjs",
]
  .map((path) => readFileSync(join(ROOT, path), "utf8"))
  .join("\n")

const TSCONFIG = {
  compilerOptions: {
    target: "es2022",
    lib: ["esnext", "dom", "dom.iterable"],
    module: "esnext",
    moduleResolution: "bundler",
    moduleDetection: "force",
    jsx: "react-jsx",
    types: ["node"],
    strict: true,
    // Parses JavaScript without checking its types.
    allowJs: true,
    noEmit: true,
    skipLibCheck: true,
  },
  include: ["next-env.d.ts", "next-auth-*/*/**/*"],
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(FOLDER, path)), { recursive: true })
  writeFileSync(join(FOLDER, path), text)
}

/** Installs the package as it is published, and a version of `next-auth`. */
function install(version: 4 | 5): void {
  const modules = join(FOLDER, `next-auth-${version}/node_modules`)
  copyPackage(modules)
  const from = version === 4 ? "next-auth-4" : "next-auth"
  symlinkSync(join(ROOT, "node_modules", from), join(modules, "next-auth"), "junction")
}

/** Writes a block into the app of a page. */
function place(block: Block, app: string): void {
  const { page, line, language, text, nextAuth } = block
  const folder = `next-auth-${nextAuth}/${app.replace(/\.md$/, "").replaceAll("/", "-")}`
  const path = `${folder}/${block.path ?? `line-${line}.${language}`}`
  const isShort = page === "README.md" && !block.path && !/^import /m.test(text)
  write(path, isShort ? withImports(text) : text)
  sources.set(path, { page, line: isShort ? line - 1 : line })
}

/** Adds the imports that the README's one-line blocks leave out. */
function withImports(text: string): string {
  const imports = {
    "authjs-bink/react": ["SignInWithBinkButton", "VerificationBadge"],
    "authjs-bink": ["meetsVerification"],
  }
  const context = Object.entries(imports).map(
    ([from, names]) => `import { ${names.filter((name) => text.includes(name)).join(", ")} } from "${from}";`,
  )
  const session = 'declare const session: import("next-auth").Session & { user: object };'
  // Without a semicolon, two elements in a row are a syntax error.
  return `${context.join(" ")} ${session}\n${text.replace(/^(?=<)/gm, ";")}`
}

/** Compiles all pages at once, and returns the compiler's errors by page and line. */
function compile(): string[] {
  try {
    execFileSync(join(ROOT, "node_modules/.bin/tsc"), ["--pretty", "false"], {
      cwd: FOLDER,
      encoding: "utf8",
      shell: process.platform === "win32",
    })
    return []
  } catch (error) {
    const lines = String((error as { stdout?: string }).stdout).split("\n")
    return lines
      .filter((line) => line && !line.startsWith(" "))
      .map((line) =>
        line.replace(/^(.+)\((\d+),\d+\)/, (all, path, at) => {
          const source = sources.get(path)
          return source ? `${source.page}:${source.line + Number(at) - 1}` : all
        }),
      )
  }
}
