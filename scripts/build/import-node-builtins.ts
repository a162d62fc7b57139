import type { Plugin } from "esbuild"

/**
 * Makes a bundled CommonJS package, @next/env, work in an ES module: turns its `require("fs")` into an import, and
 * defines the `__dirname` that its bundler left unused.
 */
export function importNodeBuiltins(): Plugin {
  return {
    name: "import-node-builtins",
    setup(build) {
      build.initialOptions.define = { ...build.initialOptions.define, __dirname: '""' }
      build.onResolve({ filter: /^(fs|path|os|crypto)$/ }, ({ path, kind }) =>
        kind === "require-call" ? { path, namespace: "node-builtin" } : undefined,
      )
      build.onLoad({ filter: /.*/, namespace: "node-builtin" }, ({ path }) => ({
        contents: `export * from "node:${path}"`,
      }))
    },
  }
}
