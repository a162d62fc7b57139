import { join } from "node:path"
import type { AnyNode, Expression, ObjectExpression } from "acorn"
import { findBinding } from "../source/bindings.js"
import { isFunction, keyOf, literalValue, parseFile, type SourceModule, walk } from "../source/parse.js"
import { findSource } from "./files.js"

/** The options of `next.config` that change addresses or pages. */
export interface NextConfig {
  path: string | undefined
  /** `undefined` if it is computed when the app starts. */
  basePath: string | undefined
  trailingSlash: boolean
  isStaticExport: boolean
  cacheComponents: boolean
  /** The extensions of pages and routes, without their dot. */
  pageExtensions: string[]
}

const PAGE_EXTENSIONS = ["tsx", "ts", "jsx", "js"]

/** Reads the options of `next.config` that are written as literals. The file is not run. */
export function readNextConfig(root: string): NextConfig {
  const path = findSource(join(root, "next.config"))
  const module = path ? parseFile(path) : undefined
  const options = module ? optionsOf(module) : new Map<string, unknown>()
  const basePath = options.has("basePath") ? options.get("basePath") : ""
  return {
    path,
    basePath: typeof basePath === "string" ? basePath.replace(/\/+$/, "") : undefined,
    trailingSlash: options.get("trailingSlash") === true,
    isStaticExport: options.get("output") === "export",
    cacheComponents: ["cacheComponents", "experimental.cacheComponents", "experimental.dynamicIO"].some(
      (name) => options.get(name) === true,
    ),
    pageExtensions: readPageExtensions(options.get("pageExtensions")),
  }
}

/** Computed lists usually add to the default. */
function readPageExtensions(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [undefined]
  return list.flatMap((extension) => (typeof extension === "string" ? [extension] : PAGE_EXTENSIONS))
}

/** Collects the properties of every object that is not itself the value of a property, and of `experimental`. */
function optionsOf(module: SourceModule): Map<string, unknown> {
  const options = new Map<string, unknown>()
  const read = (object: ObjectExpression, prefix = "") => {
    for (const property of object.properties) {
      if (property.type !== "Property") continue
      const name = keyOf(property)
      if (name === "experimental" && property.value.type === "ObjectExpression")
        read(property.value, "experimental.")
      else if (name) options.set(prefix + name, readValue(module, property.value))
    }
  }
  const isOutermost = (node: AnyNode) => node.type !== "ObjectExpression"
  for (const node of walk(module.program, isOutermost)) if (node.type === "ObjectExpression") read(node)
  for (const node of walk(module.program)) {
    // `nextConfig.basePath = "/shop"`
    if (node.type !== "AssignmentExpression" || node.left.type !== "MemberExpression") continue
    const name = keyOf({ computed: node.left.computed, key: node.left.property })
    if (name && /^(basePath|trailingSlash|output|pageExtensions)$/.test(name))
      options.set(name, readValue(module, node.right))
  }
  return options
}

function readValue(module: SourceModule, node: Expression): unknown {
  if (node.type !== "Identifier") return isFunction(node) ? undefined : literalValue(node)
  const binding = findBinding(module, node.name, node.start)
  const init = binding?.kind === "variable" && binding.keys.length === 0 ? binding.declarator.init : undefined
  return init ? literalValue(init) : undefined
}
