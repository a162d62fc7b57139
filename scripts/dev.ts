/** `npm run dev`: the demo in development mode, on a package that is rebuilt as you type. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { buildPackage, end, root } from "./demo-app.ts"
import { startDemo, untilStopped } from "./run-demo.ts"

function watch(tool: string, args: string[]) {
  const child = spawn(process.execPath, [join(root, "node_modules", tool), ...args], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  })
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  return { gone, stop: () => end(child, gone) }
}

await untilStopped(async () => {
  buildPackage()
  const { app, stop } = await startDemo("dev")
  // The build is complete: emptying `dist` again would pull it from under the app.
  const scripts = watch("tsup/dist/cli-default.js", ["--watch", "src", "--no-clean", "--silent"])
  const types = watch("typescript/lib/tsc.js", [
    "-p",
    "tsconfig.build.json",
    "--watch",
    "--preserveWatchOutput",
  ])
  return {
    ended: Promise.race([
      app.gone.then(() => "The app ended by itself."),
      scripts.gone.then(() => "tsup ended by itself, so the package is no longer rebuilt."),
      types.gone.then(() => "tsc ended by itself, so the package’s types are no longer rebuilt."),
    ]),
    async stop() {
      await Promise.all([stop(), scripts.stop(), types.stop()])
    },
  }
})
