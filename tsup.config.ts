import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { relative, resolve } from "node:path"
import { type Plugin, transform } from "esbuild"
import { defineConfig, type Options } from "tsup"
import { importNodeBuiltins } from "./scripts/build/import-node-builtins.ts"

const common: Options = {
  format: "esm",
  target: "es2022",
  platform: "neutral",
  sourcemap: false,
  splitting: true,
  // Deno and bundlers for other runtimes reject builtins without the `node:` prefix.
  removeNodeProtocol: false,
}

/** Directories that are bundled, because they are used as a whole and start faster with few files. */
const BUNDLED = ["emulator", "cli"]

/**
 * The library is not bundled: each source file becomes one file of `dist`. This keeps `"use client"` in the files that
 * contain it, and apps bundle only what they import. tsc writes the declarations, because tsup cannot use TypeScript 7.
 */
const library: Options = {
  ...common,
  // Escaped, the locales of non-Latin scripts would be three times as large. Names stay, so that stack traces are readable.
  esbuildOptions: (options) =>
    Object.assign(options, { charset: "utf8", minifySyntax: true, minifyWhitespace: true }),
  entry: ["src/**/*.{ts,tsx}", ...BUNDLED.map((directory) => `!src/${directory}/**`)],
  outDir: "dist",
  bundle: false,
  esbuildPlugins: [styles()],
}

function bundle(directory: string, ...entries: string[]): Options {
  return {
    ...common,
    entry: entries.map((entry) => `src/${directory}/${entry}`),
    outDir: `dist/${directory}`,
    esbuildOptions: (options) => Object.assign(options, { minify: true }),
    external: [/^node:/],
    esbuildPlugins: [externalizeOtherDirectories(directory), importNodeBuiltins()],
  }
}

async function minifyCss(css: string): Promise<string> {
  const { code } = await transform(css, { loader: "css", minify: true })
  // esbuild does not remove the spaces around the values of custom properties.
  return code.replace(/(--[\w-]+:|,) | (?=})/g, "$1").trim()
}

/** Minifies the styles in the template string of `src/react/styles.ts`, and writes them with `badge.css` to `dist/styles.css`. */
function styles(): Plugin {
  return {
    name: "styles",
    setup(build) {
      build.onLoad({ filter: /src.react.styles\.ts$/ }, async ({ path }) => {
        const [before, css = "", after] = readFileSync(path, "utf8").split("`")
        const code = await minifyCss(css)
        mkdirSync("dist", { recursive: true })
        writeFileSync(
          "dist/styles.css",
          code + (await minifyCss(readFileSync("src/react/badge.css", "utf8"))),
        )
        // For `import "authjs-bink/styles.css"`: TypeScript 7 needs a declaration of each side-effect import.
        writeFileSync("dist/styles.css.d.ts", "export {}\n")
        return { contents: `${before}\`${code}\`${after}`, loader: "ts" }
      })
    },
  }
}

/** Imports modules of other directories instead of bundling copies, so that there is only one `BinkError` class. */
function externalizeOtherDirectories(directory: string): Plugin {
  const base = resolve("src", directory)
  return {
    name: "externalize-other-directories",
    setup(build) {
      build.onResolve({ filter: /^\.\.\// }, ({ path, resolveDir }) => {
        if (resolveDir.includes("node_modules")) return undefined
        const target = relative(base, resolve(resolveDir, path))
        return target.startsWith("..") ? { path: target.replaceAll("\\", "/"), external: true } : undefined
      })
    },
  }
}

// The CLI imports the emulator's defaults, which are not public.
export default defineConfig([
  library,
  bundle("emulator", "index.ts", "defaults.ts"),
  bundle("cli", "main.ts"),
])
