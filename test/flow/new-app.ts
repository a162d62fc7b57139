import { mkdirSync, rmSync, symlinkSync } from "node:fs"
import { join } from "node:path"
import { root } from "../../scripts/demo-app.ts"
import { readBlocks } from "../docs/blocks.ts"
import { type Files, LAYOUT, TSCONFIG, writeFiles } from "./create-next-app.ts"
import { npm, packPackage } from "./npm.ts"

/**
 * A new Next app that installs the packed package, and follows the README, or other pages, to the letter.
 *
 * It stands inside the repository, so that Next, React and TypeScript are found in the folders above, without a
 * network; the package itself is installed from its tarball, as npm would install it for anyone.
 */
export interface NewApp {
  folder: string
  /** The paths of the files that the pages gave. */
  recipe: string[]
}

/** Files of the other router, which a page for both routers contains. Next.js rejects one route in both. */
const OTHER_ROUTER = { app: /^pages\/(index\.|api\/auth\/)/, pages: /^app\// }

export function makeNewApp(
  nextAuth: 4 | 5,
  name = "new-app",
  pages = ["README.md"],
  router: keyof typeof OTHER_ROUTER = "app",
): NewApp {
  const folder = join(root, `.cache/${name}-next-auth-${nextAuth}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, "node_modules"), { recursive: true })

  writeFiles(folder, { "package.json": JSON.stringify({ name: "new-app", private: true }) })
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", packPackage(folder))
  // The other version has the name `next-auth` in the folders above.
  if (nextAuth === 4)
    symlinkSync(join(root, "node_modules/next-auth-4"), join(folder, "node_modules/next-auth"))

  const recipe: Files = Object.fromEntries(
    pages
      .flatMap(readBlocks)
      .flatMap(({ path, text, nextAuth: version }) =>
        path && version === nextAuth && !OTHER_ROUTER[router].test(path) ? [[path, text]] : [],
      ),
  )
  const hasAppRouter = Object.keys(recipe).some((path) => path.startsWith("app/"))
  // New apps prerender their pages up to what waits in a Suspense boundary, and refuse what waits outside of one.
  const config = { turbopack: { root }, cacheComponents: hasAppRouter }
  writeFiles(folder, {
    "tsconfig.json": JSON.stringify(TSCONFIG),
    "next.config.ts": `export default ${JSON.stringify(config)}\n`,
    "public/favicon.ico": "",
    ...(hasAppRouter && { "app/layout.tsx": LAYOUT }),
    ...recipe,
  })
  return { folder, recipe: Object.keys(recipe) }
}
