import { join } from "node:path"
import { type RouteFile, type Routers, urlPathOf } from "../project/routers.js"
import type { ModuleGraph } from "../source/module-graph.js"
import type { SourceModule } from "../source/parse.js"
import { leadsToCall } from "./next-auth-call.js"

/** The file that serves Auth.js's routes. */
export interface AuthRoute {
  /** Relative to the app. */
  path: string
  module: SourceModule | undefined
  /** The URL path of the routes: `/api/auth`. */
  urlPath: string
}

const CATCH_ALL = /\/\[{1,2}\.\.\.([^\]]+)\]{1,2}(\/route)?$/

/** Finds the catch-all route that calls `NextAuth`, or imports what calls it. */
export function findAuthRoute(root: string, { files }: Routers, graph: ModuleGraph): AuthRoute | undefined {
  const routes = files.flatMap((file) => {
    const name = CATCH_ALL.exec(file.route)?.[1]
    const isHandler = /^(src\/)?app\//.test(file.route)
      ? file.route.endsWith("/route")
      : /^(src\/)?pages\/api\//.test(file.route)
    return name && isHandler ? [{ file, isNamed: /next-?auth/i.test(name) }] : []
  })
  const describe = ({ path, route }: RouteFile): AuthRoute => ({
    path,
    module: graph.load(join(root, path)),
    urlPath: urlPathOf(route).replace(/\/\[[^/]*$/, ""),
  })
  const named = routes.find(({ isNamed }) => isNamed)
  if (named) return describe(named.file)
  const candidates = routes.filter(({ file }) => /auth/i.test(file.path)).map(({ file }) => describe(file))
  return candidates.find(({ module }) => module && leadsToCall(module, graph))
}
