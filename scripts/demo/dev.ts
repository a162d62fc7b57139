/** `npm run dev`: runs the demo in development mode, and rebuilds the package when its sources change. */
import { spawn } from "node:child_process"
import { join } from "node:path"
import { buildPackage, isPackageOutdated } from "../build/package.ts"
import { startProgress } from "../progress.ts"
import { ROOT } from "../run.ts"
import { stopProcess } from "./app.ts"
import { runUntilStopped, startWithEmulator } from "./run-with-emulator.ts"

function watch(tool: string, args: string[]) {
  const child = spawn(process.execPath, [join(ROOT, "node_modules", tool), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "inherit", "inherit"],
  })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  return { ended, stop: () => stopProcess(child, ended) }
}

await runUntilStopped(async () => {
  if (isPackageOutdated()) await startProgress(1).step("Building the package", buildPackage)
  const { app, stop } = await startWithEmulator("dev")
  // No clean build: the running app imports from `dist`.
  const scripts = watch("tsup/dist/cli-default.js", ["--watch", "src", "--no-clean", "--silent"])
  const types = watch("typescript/lib/tsc.js", [
    "-p",
    "tsconfig.build.json",
    "--watch",
    "--preserveWatchOutput",
  ])
  return {
    ended: Promise.race([
      app.ended.then(() => "The app stopped unexpectedly."),
      scripts.ended.then(() => "tsup stopped unexpectedly, so the package is no longer rebuilt."),
      types.ended.then(() => "tsc stopped unexpectedly, so the package's types are no longer rebuilt."),
    ]),
    async stop() {
      await Promise.all([stop(), scripts.stop(), types.stop()])
    },
  }
})
