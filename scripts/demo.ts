/** `npm run demo`: the demo as it would be deployed, with an emulated Bink beside it. */
import { buildDemo, buildPackage } from "./demo-app.ts"
import { startDemo, untilStopped } from "./run-demo.ts"

await untilStopped(async () => {
  buildPackage()
  buildDemo()
  const { app, stop } = await startDemo("start")
  return { stop, ended: app.gone.then(() => "The app ended by itself, so Bink was stopped too.") }
})
