import type { BinkOptions } from "authjs-bink"
import { onTestFinished } from "vitest"
import { APPS, type App, type AppConfig } from "./apps.ts"
import { type BinkServer, SECRETS, startBinkServer } from "./bink-server.ts"

/** Bink and an app, running until the test is over. */
export async function startBink(): Promise<BinkServer> {
  const bink = await startBinkServer()
  onTestFinished(() => bink.close())
  return bink
}

export async function startApp(version: keyof typeof APPS, config: AppConfig): Promise<App> {
  const app = await APPS[version](config)
  onTestFinished(() => app.close())
  return app
}

/** What every sign-in here needs. */
export const optionsFor = ({ url }: BinkServer): BinkOptions => ({
  baseUrl: url,
  clientId: "client",
  clientSecret: SECRETS.clientSecret,
})

export const VERSIONS = Object.keys(APPS) as (keyof typeof APPS)[]
