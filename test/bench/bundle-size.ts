import { gzipSync } from "node:zlib"
import { build } from "esbuild"

/** Returns the size of code in an app, in bytes: bundled, minified and gzipped, without React. */
export async function bundleSize(code: string, resolveDir = import.meta.dirname): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: "tsx", resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    external: ["react", "react-dom", "react/jsx-runtime"],
    // Ignore the paths of tsconfig.json, which point to the sources: measure the build.
    tsconfigRaw: "{}",
  })
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length
}
