import { join } from "node:path"
import { type Routers, urlPathOf } from "../project/routers.js"
import type { ModuleGraph } from "../source/module-graph.js"
import type { SourceModule } from "../source/parse.js"
import { findNextAuthCalls } from "./next-auth-call.js"

/** The file that serves Auth.js's routes. */
export interface AuthRoute {
  /** Relative to the app. */
  path: string
  module: SourceModule | undefined
  /** The URL path of the routes: `/api/auth`. */
  urlPath: string
}

const CATCH_ALL = /\/\[{1,2}\.\.\.([^\]]+)\]{1,2}(\/route)?\.[cm]?[jt]sx?$/

/** Finds the catch-all route that calls `NextAuth`, or imports what calls it. */
export function findAuthRoute(root: string, { files }: Routers, graph: ModuleGraph): AuthRoute | undefined {
  const routes = files.flatMap((path) => {
    const name = CATCH_ALL.exec(path)?.[1]
    const isHandler = /^(src\/)?app\//.test(path)
      ? /\/route\.[^/]+$/.test(path)
      : /^(src\/)?pages\/api\//.test(path)
    return name && isHandler ? [{ path, isNamed: /next-?auth/i.test(name) }] : []
  })
  const describe = (path: string): AuthRoute => ({
    path,
    module: graph.load(join(root, path)),
    urlPath: urlPathOf(path).replace(/\/\[[^/]*$/, ""),
  })
  const named = routes.filter(({ isNamed }) => isNamed)
  const [first] = named
  if (first) return describe(first.path)
  const candidates = routes.filter(({ path }) => /auth/i.test(path)).map(({ path }) => describe(path))
  return candidates.find(({ module }) => module && reaches(module, graph))
}

function reaches(module: SourceModule, graph: ModuleGraph): boolean {
  return [module, ...graph.dependenciesOf(module)].some(
    (candidate) => findNextAuthCalls(candidate).length > 0,
  )
}
