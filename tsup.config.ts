import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { type Plugin, transform } from "esbuild"
import { defineConfig } from "tsup"

/** Minifies the button's styles where they stand, in a template string, and writes them to `dist/styles.css` too. */
const styles: Plugin = {
  name: "styles",
  setup(build) {
    build.onLoad({ filter: /src.react.styles\.ts$/ }, async ({ path }) => {
      const [before, css = "", after] = readFileSync(path, "utf8").split("`")
      const { code } = await transform(css, { loader: "css", minify: true })
      mkdirSync("dist", { recursive: true })
      writeFileSync("dist/styles.css", code)
      return { contents: `${before}\`${code.trim()}\`${after}`, loader: "ts" }
    })
  },
}

/**
 * One file in, one file out: `dist` mirrors `src`. That keeps each `"use client"` at the top of the file it was
 * written in (bundling hoists or drops it), and lets an app's own bundler take only what it uses. Declarations come
 * from `tsc`, since tsup's own cannot run on TypeScript 7.
 */
export default defineConfig({
  entry: ["src/**/*.{ts,tsx}"],
  outDir: "dist",
  format: "esm",
  target: "es2022",
  platform: "neutral",
  bundle: false,
  clean: true,
  sourcemap: false,
  esbuildPlugins: [styles],
})
