import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { relative, resolve } from "node:path"
import { type Plugin, transform } from "esbuild"
import { defineConfig, type Options } from "tsup"

const common: Options = {
  format: "esm",
  target: "es2022",
  platform: "neutral",
  sourcemap: false,
  splitting: true,
}

/** The rooms that are programs: nobody takes half of them, and they start faster as few files. */
const PROGRAMS = ["emulator", "cli"]

/**
 * The library, one file in, one file out: `dist` mirrors `src`. That keeps each `"use client"` at the top of the file
 * it was written in (bundling hoists or drops it), and lets an app's own bundler take only what it uses. Declarations
 * come from `tsc`, since tsup's own cannot run on TypeScript 7.
 */
const library: Options = {
  ...common,
  // Words as they are: escaped, half of the languages would weigh three times as much.
  esbuildOptions: (options) => Object.assign(options, { charset: "utf8" }),
  entry: ["src/**/*.{ts,tsx}", ...PROGRAMS.map((room) => `!src/${room}/**`)],
  outDir: "dist",
  bundle: false,
  esbuildPlugins: [styles()],
}

function program(room: string, ...entries: string[]): Options {
  return {
    ...common,
    entry: entries.map((entry) => `src/${room}/${entry}`),
    outDir: `dist/${room}`,
    // Names stay as they are, for the sake of whoever reads a stack.
    esbuildOptions: (options) => Object.assign(options, { minifyWhitespace: true, minifySyntax: true }),
    external: [/^node:/],
    esbuildPlugins: [otherRoomsStayOutside(room)],
  }
}

/** Minifies the button's styles where they stand, in a template string, and writes them to `dist/styles.css` too. */
function styles(): Plugin {
  return {
    name: "styles",
    setup(build) {
      build.onLoad({ filter: /src.react.styles\.ts$/ }, async ({ path }) => {
        const [before, css = "", after] = readFileSync(path, "utf8").split("`")
        const minified = await transform(css, { loader: "css", minify: true })
        // esbuild keeps the spaces around a custom property's value.
        const code = minified.code.replace(/(--[\w-]+:|,) | (?=})/g, "$1").trim()
        mkdirSync("dist", { recursive: true })
        writeFileSync("dist/styles.css", code)
        return { contents: `${before}\`${code}\`${after}`, loader: "ts" }
      })
    },
  }
}

/** What a program takes from the other rooms it shares with the library: one `BinkError`, whoever throws it. */
function otherRoomsStayOutside(room: string): Plugin {
  const home = resolve("src", room)
  return {
    name: "other-rooms-stay-outside",
    setup(build) {
      build.onResolve({ filter: /^\.\.\// }, ({ path, resolveDir }) => {
        const target = relative(home, resolve(resolveDir, path))
        return target.startsWith("..") ? { path: target.replaceAll("\\", "/"), external: true } : undefined
      })
    },
  }
}

// The CLI imports the emulator's defaults, which are not public.
export default defineConfig([
  library,
  program("emulator", "index.ts", "defaults.ts"),
  program("cli", "main.ts"),
])
