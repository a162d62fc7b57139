/** `npm run demo`: builds the demo, and runs the production build with an emulator. */
import { buildPackage, isPackageOutdated } from "../build/package.ts"
import { startProgress } from "../progress.ts"
import { buildApp, DEMO, isDemoOutdated } from "./app.ts"
import { runUntilStopped, startWithEmulator } from "./run-with-emulator.ts"

await runUntilStopped(async () => {
  const mustBuildPackage = isPackageOutdated()
  const mustBuildDemo = mustBuildPackage || isDemoOutdated()
  const progress = startProgress(Number(mustBuildPackage) + Number(mustBuildDemo))
  if (mustBuildPackage) await progress.step("Building the package", buildPackage)
  if (mustBuildDemo) await progress.step("Building the demo", () => buildApp(DEMO))
  const { app, stop } = await startWithEmulator("start")
  return { stop, ended: app.ended.then(() => "The app stopped unexpectedly. The emulator was stopped too.") }
})
