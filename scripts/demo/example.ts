/** `npm run example express`: builds an example, and runs the production build with an emulator. */
import { buildPackage, isPackageOutdated } from "../build/package.ts"
import { startProgress } from "../progress.ts"
import {
  EXAMPLES,
  exampleDirectory,
  installExample,
  isExample,
  isMissingPackages,
  runExampleScript,
  startProgram,
} from "./example-apps.ts"
import { runUntilStopped, startWithEmulator } from "./run-with-emulator.ts"

await runUntilStopped(async () => {
  const [, , name] = process.argv
  if (!isExample(name)) {
    const names = Object.keys(EXAMPLES).join(", ")
    const problem = name === undefined ? "Missing the name of an example" : `Unknown example "${name}"`
    throw new Error(`${problem}. Run npm run example with one of these names: ${names}.`)
  }
  const directory = exampleDirectory(name)
  const mustBuildPackage = isPackageOutdated()
  const mustInstall = isMissingPackages(name)
  const progress = startProgress(1 + Number(mustBuildPackage) + Number(mustInstall))
  if (mustBuildPackage) await progress.step("Building the package", buildPackage)
  const install = () => installExample(name)
  await (mustInstall ? progress.step("Installing the example", install) : install())
  await progress.step("Building the example", () => runExampleScript(directory, "build"))
  const { app, stop } = await startWithEmulator("start", {
    name: "app",
    directory,
    envFile: ".env",
    program: startProgram(directory),
    ...EXAMPLES[name],
  })
  return { stop, ended: app.ended.then(() => "The app stopped unexpectedly. The emulator was stopped too.") }
})
