import { join } from "node:path"
import { build, type Plugin } from "esbuild"
import { ROOT } from "../../scripts/run.ts"
import tsconfig from "../../tsconfig.json" with { type: "json" }

/**
 * Bundles programs for child processes, with the sources of this package. Node.js alone cannot import next-auth 5, which
 * imports "next/server" without its extension. `outdir` is inside the repository, where the other packages resolve.
 */
export async function bundlePrograms(
  entryPoints: string[],
  outdir: string,
  alias: Record<string, string> = {},
): Promise<void> {
  const sources = Object.entries(tsconfig.compilerOptions.paths).map(([name, [file = ""]]) => [
    name,
    join(ROOT, file),
  ])
  await build({
    entryPoints,
    alias: {
      ...Object.fromEntries(sources),
      "next/server": "next/server.js",
      "next/headers": "next/headers.js",
      "next/navigation": "next/navigation.js",
      ...alias,
    },
    plugins: [defaultOfNextAuth4],
    external: ["next", "better-auth", "@auth/core", "vitest", "esbuild", "unstorage", "@libsql/client"],
    bundle: true,
    format: "esm",
    platform: "node",
    outdir,
    outExtension: { ".js": ".mjs" },
  })
}

/** Vitest imports the default export of a CommonJS module, and Node.js the whole module. */
const defaultOfNextAuth4: Plugin = {
  name: "default export of next-auth 4",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^next-auth-4$/ }, ({ path }) => ({ path, namespace: "default" }))
    onResolve({ filter: /^next-auth-4\/index.js$/ }, () => ({ path: "next-auth-4", external: true }))
    onLoad({ filter: /.*/, namespace: "default" }, ({ path }) => ({
      contents: `import module from "${path}/index.js"; export default module.default`,
    }))
  },
}
