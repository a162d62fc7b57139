import { spawnSync } from "node:child_process"
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { root } from "../../scripts/demo-app.ts"
import { readBlocks } from "../docs/blocks.ts"
import { TSCONFIG } from "./next-tsconfig.ts"

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

export function makeNewApp(nextAuth: 4 | 5, name = "new-app", pages = ["README.md"]): NewApp {
  const folder = join(root, `.cache/${name}-next-auth-${nextAuth}`)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(join(folder, "node_modules"), { recursive: true })
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }

  const [{ filename }] = JSON.parse(
    npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", folder),
  )
  write("package.json", JSON.stringify({ name: "new-app", private: true }))
  npm(folder, "install", "--offline", "--no-audit", "--no-fund", `./${filename}`)
  // The other version has the name `next-auth` in the folders above.
  if (nextAuth === 4)
    symlinkSync(join(root, "node_modules/next-auth-4"), join(folder, "node_modules/next-auth"))

  write("tsconfig.json", JSON.stringify(TSCONFIG))
  write("public/favicon.ico", "")
  const recipe = new Map(
    pages
      .flatMap(readBlocks)
      .flatMap((block) =>
        block.path && block.nextAuth === nextAuth ? [[block.path, block.text] as const] : [],
      ),
  )
  for (const [path, text] of recipe) write(path, text)
  const hasAppRouter = [...recipe.keys()].some((path) => path.startsWith("app/"))
  if (hasAppRouter) write("app/layout.tsx", LAYOUT)
  // New apps prerender their pages up to what waits in a Suspense boundary, and refuse what waits outside of one.
  write(
    "next.config.ts",
    `export default ${JSON.stringify({ turbopack: { root }, cacheComponents: hasAppRouter })}\n`,
  )
  return { folder, recipe: [...recipe.keys()] }
}

function npm(cwd: string, ...args: string[]): string {
  const shell = process.platform === "win32"
  const { status, stdout, stderr } = spawnSync("npm", args, { cwd, encoding: "utf8", shell })
  if (status !== 0) throw new Error(`npm ${args[0]} failed:\n${stdout}\n${stderr}`)
  return stdout
}

const LAYOUT = `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>
}
`
