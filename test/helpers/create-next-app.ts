import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

export type Files = Record<string, string>

export function writeFiles(directory: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

interface NewNextApp {
  /** Major version of Next.js. */
  next: number
  router: "app" | "pages"
  /** Contents of `package.json` without `name`. */
  manifest: object
}

/** Returns the files that create-next-app writes for TypeScript, without the font that it downloads. */
export function createNextApp({ next, router, manifest }: NewNextApp): Files {
  return {
    "package.json": JSON.stringify({ name: "app", private: true, ...manifest }),
    "tsconfig.json": JSON.stringify({
      ...TSCONFIG,
      compilerOptions: { ...TSCONFIG.compilerOptions, paths: { "@/*": ["./*"] } },
    }),
    ".gitignore": "/node_modules\n/.next/\n.env*\n*.tsbuildinfo\nnext-env.d.ts\n",
    "public/favicon.ico": "",
    ...(next >= 16 && router === "app" && { "next.config.ts": CACHE_COMPONENTS }),
    ...(router === "app"
      ? { "app/layout.tsx": LAYOUT, "app/page.tsx": HOME }
      : { "pages/index.tsx": HOME, "pages/_document.tsx": DOCUMENT }),
  }
}

/** The `tsconfig.json` that create-next-app writes, without the path alias. */
export const TSCONFIG = {
  compilerOptions: {
    target: "ES2017",
    lib: ["dom", "dom.iterable", "esnext"],
    allowJs: true,
    skipLibCheck: true,
    strict: true,
    noEmit: true,
    esModuleInterop: true,
    module: "esnext",
    moduleResolution: "bundler",
    resolveJsonModule: true,
    isolatedModules: true,
    jsx: "react-jsx",
    incremental: true,
    plugins: [{ name: "next" }],
  },
  include: ["next-env.d.ts", "**/*.ts", "**/*.tsx", ".next/types/**/*.ts", ".next/dev/types/**/*.ts"],
  exclude: ["node_modules"],
}

/** New apps with Next.js 16 enable Cache Components. */
const CACHE_COMPONENTS = "export default { cacheComponents: true, partialPrefetching: true }\n"

export const LAYOUT = `export default function RootLayout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
`

const HOME = `export default function Home() {
  return <h1>To get started, edit this page.</h1>
}
`

const DOCUMENT = `import { Head, Html, Main, NextScript } from "next/document"

export default function Document() {
  return (
    <Html lang="en">
      <Head />
      <body>
        <Main />
        <NextScript />
      </body>
    </Html>
  )
}
`
