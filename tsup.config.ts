import { defineConfig } from "tsup"

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
})
