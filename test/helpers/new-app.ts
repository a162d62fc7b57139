import { mkdirSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"
import { readBlocks } from "../docs/blocks.ts"
import { type Files, LAYOUT, TSCONFIG, writeFiles } from "./create-next-app.ts"
import { npm, packPackage } from "./npm.ts"

/** A new Next.js app with the packed package installed and with the code blocks of documentation pages. */
export interface NewApp {
  directory: string
  /** Paths of the files that the pages contain. */
  files: string[]
}

/** Files of the other router, which a page for both routers contains. Next.js rejects one route in both. */
const OTHER_ROUTER = { app: /^pages\/(index\.|api\/auth\/)/, pages: /^app\// }

/**
 * Creates an app from the code blocks of pages. The app is inside the repository, so that Next.js, React and TypeScript
 * resolve to the installed ones and no network is needed.
 */
export function createAppFromDocs(
  nextAuth: 4 | 5,
  name = "new-app",
  pages = ["README.md"],
  router: keyof typeof OTHER_ROUTER = "app",
): NewApp {
  const directory = join(ROOT, `.cache/${name}-next-auth-${nextAuth}`)
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(join(directory, "node_modules"), { recursive: true })

  writeFiles(directory, { "package.json": JSON.stringify({ name: "new-app", private: true }) })
  npm(directory, "install", "--offline", "--no-audit", "--no-fund", packPackage(directory))
  // `next-auth` in the parent directories is version 5.
  if (nextAuth === 4)
    symlinkSync(join(ROOT, "node_modules/next-auth-4"), join(directory, "node_modules/next-auth"))

  const files: Files = Object.fromEntries(
    pages
      .flatMap(readBlocks)
      .flatMap(({ path, text, nextAuth: version }) =>
        path && version === nextAuth && !OTHER_ROUTER[router].test(path) ? [[path, text]] : [],
      ),
  )
  const hasAppRouter = Object.keys(files).some((path) => path.startsWith("app/"))
  // As in new apps: pages are prerendered, and the build rejects dynamic data outside a Suspense boundary.
  const config = {
    turbopack: { root: ROOT },
    cacheComponents: hasAppRouter,
    // Saves a third of the build time. No test reads the output, and no second build uses the cache.
    experimental: {
      turbopackMinify: false,
      turbopackSourceMaps: false,
      turbopackFileSystemCacheForBuild: false,
    },
  }
  writeFiles(directory, {
    "tsconfig.json": JSON.stringify(TSCONFIG),
    "next.config.ts": `export default ${JSON.stringify(config)}\n`,
    "public/favicon.ico": "",
    ...(hasAppRouter && { "app/layout.tsx": LAYOUT }),
    ...files,
  })
  return { directory, files: Object.keys(files) }
}
