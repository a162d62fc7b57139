import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"

export type Files = Record<string, string>

export function writeFiles(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

interface NewNextApp {
  /** The line of Next.js that it is made for. */
  next: number
  router: "app" | "pages"
  /** `package.json`, its name aside. */
  manifest: object
}

/** What create-next-app makes for TypeScript, without the font that it fetches from elsewhere. */
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

/** The `tsconfig.json` that create-next-app writes, its path alias aside. */
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

/** From Next.js 16 on, new apps prerender their pages up to what waits in a Suspense boundary. */
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
