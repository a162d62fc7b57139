/** Builds the server and the browser bundle. With `--watch`, rebuilds on changes and runs the server. */
import { spawn } from "node:child_process"
import { context } from "esbuild"

const options = { bundle: true, format: "esm", jsx: "automatic" }
const builds = await Promise.all([
  context({
    ...options,
    entryPoints: ["server.tsx"],
    outdir: "dist",
    platform: "node",
    packages: "external",
  }),
  context({ ...options, entryPoints: ["client.tsx", "styles.css"], outdir: "dist/public", minify: true }),
])
await Promise.all(builds.map((build) => build.rebuild()))

if (process.argv.includes("--watch")) {
  await Promise.all(builds.map((build) => build.watch()))
  const args = ["--watch", "--env-file-if-exists=.env", "dist/server.js"]
  const server = spawn(process.execPath, args, { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal))
  server.on("exit", (code) => process.exit(code ?? 1))
} else {
  await Promise.all(builds.map((build) => build.dispose()))
}
