import { DEFAULT_CLIENT } from "../emulator/defaults.js"
import {
  type BinkClient,
  type BinkEmulator,
  type BinkEmulatorOptions,
  createBinkEmulator,
} from "../emulator/index.js"
import { BinkError } from "../errors.js"
import { isLoopback } from "../oauth/endpoints.js"

/** Options of {@link startBink}: those of the emulator, plus the following. */
export interface StartBinkOptions extends BinkEmulatorOptions {
  /** URL of the app. Every callback URL of this app is registered. @default "http://localhost:3000" */
  appUrl?: string | undefined
  /** Port of the emulator. @default 0, a free port */
  port?: number | undefined
  /** Address that the emulator listens on. @default "127.0.0.1" */
  host?: string | undefined
}

/** The running emulator that {@link startBink} returns. */
export interface RunningBink {
  /** Base URL of the emulator. */
  url: string
  /** Environment variables for the app. */
  env: { AUTH_BINK_ISSUER: string; AUTH_BINK_ID: string; AUTH_BINK_SECRET: string }
  /** Faults, requests, clock and users. */
  emulator: BinkEmulator
  /** Stops the emulator and frees its port. */
  close(): Promise<void>
}

/** `appUrl` of the latest {@link startBink}. */
let latestAppUrl = "http://localhost:3000"

/** Returns `appUrl` of the latest {@link startBink}, without a trailing slash. */
export function defaultBaseUrl(): string {
  return latestAppUrl
}

/**
 * Starts an emulator for the tests of an app.
 *
 * @param options URL of the app, and options of the emulator.
 * @throws {@link BinkError} `invalid_option`, `invalid_seed`, `port_in_use`
 *
 * @example
 * import { startBink } from "authjs-bink/testing"
 *
 * const bink = await startBink({ appUrl: "http://localhost:3000" })
 * Object.assign(process.env, bink.env)
 */
export async function startBink(options: StartBinkOptions = {}): Promise<RunningBink> {
  const { appUrl = "http://localhost:3000", port = 0, host, clients, ...rest } = options
  const origins = originsOf(appUrl)
  const [first = DEFAULT_CLIENT, ...others] = clients ?? []
  const client: BinkClient = {
    ...first,
    redirectUris: [...(clients ? first.redirectUris : []), ...origins.map((origin) => `${origin}/*`)],
  }
  const emulator = createBinkEmulator({ ...rest, clients: [client, ...others] })
  const { url, close } = await emulator.listen({ port, host })
  latestAppUrl = appUrl.replace(/\/+$/, "")
  return {
    url,
    env: { AUTH_BINK_ISSUER: url, AUTH_BINK_ID: client.clientId, AUTH_BINK_SECRET: client.clientSecret },
    emulator,
    close,
  }
}

/** Returns the app's origin. Apps on this machine may call themselves localhost or 127.0.0.1. */
function originsOf(appUrl: string): string[] {
  if (!URL.canParse(appUrl) || !/^https?:\/\//.test(appUrl)) {
    throw new BinkError(
      "invalid_option",
      'Invalid appUrl: it must be the URL of the app, such as "http://localhost:3000".',
    )
  }
  const { protocol, port, origin, hostname } = new URL(appUrl)
  if (!isLoopback({ hostname })) return [origin]
  const hosts = new Set([hostname, "localhost", "127.0.0.1"])
  return [...hosts].map((host) => `${protocol}//${host}${port && `:${port}`}`)
}
