import { gzipSync } from "node:zlib"
import { build } from "esbuild"

/** What a piece of code weighs in an app: bundled, minified and gzipped, React not counted. In bytes. */
export async function weigh(code: string, resolveDir = import.meta.dirname): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: "tsx", resolveDir },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    external: ["react", "react-dom", "react/jsx-runtime"],
    // Past tsconfig.json's paths to the sources: what is published is what counts.
    tsconfigRaw: "{}",
  })
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length
}
