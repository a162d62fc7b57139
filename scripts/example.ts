/** `npm run example express`: an example as it would be deployed, with an emulated Bink beside it. */
import { buildPackage } from "./demo-app.ts"
import { EXAMPLES, exampleFolder, isExample, runExampleScript, startProgram } from "./examples.ts"
import { startDemo, untilStopped } from "./run-demo.ts"

await untilStopped(async () => {
  const [, , name] = process.argv
  if (!isExample(name)) {
    throw new Error(
      `${name === undefined ? "No example was named" : `There is no example "${name}"`}, so nothing can start. Name one of: ${Object.keys(EXAMPLES).join(", ")}.`,
    )
  }
  const folder = exampleFolder(name)
  buildPackage()
  console.log("Building the example …")
  runExampleScript(folder, "build")
  const { app, stop } = await startDemo("start", {
    name: "app",
    folder,
    envFile: ".env",
    program: startProgram(folder),
    ...EXAMPLES[name],
  })
  return { stop, ended: app.gone.then(() => "The app ended by itself, so Bink was stopped too.") }
})
