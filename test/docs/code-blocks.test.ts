import { execFileSync } from "node:child_process"
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { beforeAll, expect, test } from "vitest"
import { parse as parseYaml } from "yaml"
import { type Block, PAGES, ROOT, readBlocks } from "./blocks.ts"

const blocks = PAGES.flatMap(readBlocks)
const of = (...languages: string[]) => blocks.filter(({ language }) => languages.includes(language))
const name = ({ page, line }: Block) => `${page}:${line}`

/** Outside of `src`'s reach, and inside the repository, where Next.js, React and the rest are installed. */
const FOLDER = join(ROOT, ".cache/code-blocks")

/** What a page of a version may import without showing it, since it leads to the page that does. */
const BASE = {
  4: [["docs/get-started/next-auth-4.md", "auth.ts"]],
  5: [
    ["docs/recipes/gate-an-api-route.md", "app/api/report/route.ts"],
    ["docs/get-started/next-auth-5.md", "auth.ts"],
  ],
} as const

/** Its code needs what SvelteKit generates: the example compiles it, and a test holds the page to the example's files. */
const SVELTEKIT = "docs/get-started/sveltekit.md"

/** By the compiler's name for a file, where it comes from. */
const sources = new Map<string, { page: string; line: number }>()

let complaints: string[]

beforeAll(() => {
  rmSync(FOLDER, { recursive: true, force: true })
  // Not this repository's own scope, in which the package would be found by its sources' name and not as installed.
  write("package.json", '{ "private": true, "type": "module" }')
  write(
    "next-env.d.ts",
    '/// <reference types="next" />\n/// <reference types="next/image-types/global" />\n',
  )
  write("tsconfig.json", JSON.stringify(TSCONFIG))
  for (const version of [4, 5] as const) {
    install(version)
    const code = of("ts", "tsx", "js").filter(({ nextAuth }) => nextAuth === version)
    for (const page of PAGES.filter((page) => page !== SVELTEKIT)) {
      const app = code.filter((block) => block.page === page)
      for (const [from, path] of BASE[version]) {
        const isNamed = app.some(({ text }) => text.includes(`/${path.replace(/\.ts$/, "")}"`))
        const block = code.find((block) => block.page === from && block.path === path)
        if (block && isNamed && !app.some((own) => own.path === path)) app.push(block)
      }
      for (const block of app) place(block, page)
    }
  }
  complaints = compile()
}, 120_000)

test.each(PAGES)("the code of %s compiles against the built package", (page) => {
  expect(complaints.filter((line) => line.startsWith(`${page}:`))).toEqual([])
})

test("there is code, and nothing but pages is complained of", () => {
  expect(sources.size).toBeGreaterThan(30)
  expect(complaints.filter((line) => !PAGES.includes(line.split(":")[0] ?? ""))).toEqual([])
})

test.each(of("json").map((block) => [name(block), block.text]))("%s is JSON", (_, text) => {
  expect(() => JSON.parse(text)).not.toThrow()
})

test.each(of("yaml", "yml").map((block) => [name(block), block.text]))("%s is YAML", (_, text) => {
  expect(parseYaml(text)).toBeTypeOf("object")
})

test.each(of("env", "dotenv").map((block) => [name(block), block.text]))(
  "%s sets what is read by somebody",
  (_, text) => {
    const names = text
      .split("\n")
      .filter((line) => line && !line.startsWith("#"))
      .map((line) => line.split("=")[0] as string)
    expect(names.length).toBeGreaterThan(0)
    expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(READERS))).toEqual([])
  },
)

/** Whoever reads the environment of an app. */
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
    // JavaScript is parsed, and not held to types that it does not have.
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

/** The package as it is published, beside the `next-auth` that it is to be found with. */
function install(version: 4 | 5): void {
  const modules = join(FOLDER, `next-auth-${version}/node_modules`)
  mkdirSync(join(modules, "authjs-bink"), { recursive: true })
  for (const part of ["package.json", "dist"])
    cpSync(join(ROOT, part), join(modules, "authjs-bink", part), { recursive: true })
  const from = version === 4 ? "next-auth-4" : "next-auth"
  symlinkSync(join(ROOT, "node_modules", from), join(modules, "next-auth"), "junction")
}

/** Puts a block into the app of a page: its own, or one that goes on from it. */
function place(block: Block, app: string): void {
  const { page, line, language, text, nextAuth } = block
  const folder = `next-auth-${nextAuth}/${app.replace(/\.md$/, "").replaceAll("/", "-")}`
  const path = `${folder}/${block.path ?? `line-${line}.${language}`}`
  const isShort = page === "README.md" && !block.path && !/^import /m.test(text)
  write(path, isShort ? inContext(text) : text)
  sources.set(path, { page, line: isShort ? line - 1 : line })
}

/** The README's shortest blocks say what one line is like, and leave out where its names come from. */
function inContext(text: string): string {
  const imports = {
    "authjs-bink/react": ["SignInWithBinkButton", "VerificationBadge"],
    "authjs-bink": ["meetsVerification"],
  }
  const context = Object.entries(imports).map(
    ([from, names]) => `import { ${names.filter((name) => text.includes(name)).join(", ")} } from "${from}";`,
  )
  const session = 'declare const session: import("next-auth").Session & { user: object };'
  // Elements below one another are one expression, unless something stands between them.
  return `${context.join(" ")} ${session}\n${text.replace(/^(?=<)/gm, ";")}`
}

/** One run of the compiler for all pages. What it says, by page and line. */
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
