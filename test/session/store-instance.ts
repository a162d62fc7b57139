/**
 * An instance of an app with `revalidate.store`: `node store-instance.mjs BINK_URL STORAGE_URL`. Sends its URL to the
 * parent process. A number from the parent moves its clock by that many seconds.
 */
import { withBink } from "authjs-bink"
// @ts-expect-error code of docs/recipes/scaling-out.md, which test/docs compiles
import { createStore } from "docs/store"
import { createStorage } from "unstorage"
import httpDriver from "unstorage/drivers/http"
import { binkProvider, listenAsApp } from "../helpers/auth-apps.ts"
import type { BinkServer } from "../helpers/bink-server.ts"

const [url, base] = process.argv.slice(2) as [string, string]
const store = createStore(createStorage({ driver: httpDriver({ base }) }))
const config = withBink(
  { providers: [binkProvider({ url } as BinkServer)] },
  { revalidate: { after: 300, store } },
)
const app = await listenAsApp("@auth/core", config)

const { now } = Date
process.on("message", (seconds: number) => {
  Date.now = () => now() + seconds * 1_000
  process.send?.("moved")
})
process.send?.(app.url)
