import { inspect } from "node:util"
import Bink, { withBink } from "authjs-bink"
import { APPS, type AppConfig } from "../provider/apps.ts"
import { type BinkServer, SECRETS } from "../provider/bink-server.ts"

type Options = Parameters<typeof withBink>[1]

export const versions = Object.keys(APPS) as (keyof typeof APPS)[]

/** An app of some version, with `withBink` around its config, and everything that its own logger was told. */
export async function startAppWithBink(
  version: keyof typeof APPS,
  bink: BinkServer,
  config: Partial<AppConfig> = {},
  options?: Options,
) {
  const log: string[] = []
  const write = (...entry: unknown[]) => void log.push(entry.map(show).join(" "))
  const logger = { error: write, warn: write, debug() {} }
  const app = await APPS[version](withBink({ providers: [binkAt(bink)], logger, ...config }, options))
  return { url: app.url, log, close: app.close }
}

export function binkAt(bink: BinkServer, options: Parameters<typeof Bink>[0] = {}) {
  return Bink({ baseUrl: bink.url, clientId: "client", clientSecret: SECRETS.clientSecret, ...options })
}

function show(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, { depth: Number.POSITIVE_INFINITY })
}
