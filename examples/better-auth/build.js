/** `node build.js` builds the server and the browser's part; with `--watch` it goes on doing so, and runs the server. */
import { spawn } from "node:child_process"
import { context } from "esbuild"

const options = { bundle: true, format: "esm", jsx: "automatic" }
const parts = await Promise.all([
  context({
    ...options,
    entryPoints: ["server.tsx"],
    outdir: "dist",
    platform: "node",
    packages: "external",
  }),
  context({ ...options, entryPoints: ["client.tsx", "styles.css"], outdir: "dist/public", minify: true }),
])
await Promise.all(parts.map((part) => part.rebuild()))

if (process.argv.includes("--watch")) {
  await Promise.all(parts.map((part) => part.watch()))
  const args = ["--watch", "--env-file-if-exists=.env", "dist/server.js"]
  const server = spawn(process.execPath, args, { stdio: "inherit" })
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal))
  server.on("exit", (code) => process.exit(code ?? 1))
} else {
  await Promise.all(parts.map((part) => part.dispose()))
}
