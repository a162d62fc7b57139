import { DEFAULT_CLIENT, DEFAULT_PORT } from "../../src/emulator/defaults.ts"
import type { Environment } from "../run.ts"
import { portIfFree } from "./app.ts"

const { clientId, clientSecret } = DEFAULT_CLIENT

/** The environment variables with which an app uses an emulator, as its default client. */
export function emulatorEnvironment(emulatorUrl: string): Environment {
  return { AUTH_BINK_ISSUER: emulatorUrl, AUTH_BINK_ID: clientId, AUTH_BINK_SECRET: clientSecret }
}

/** The emulator's registration of an app on a port of this machine. */
export function demoClient(port: number, basePath = "/api/auth") {
  return {
    clientId,
    clientSecret,
    name: "Bink demo",
    redirectUris: ["localhost", "127.0.0.1"].map((host) => `http://${host}:${port}${basePath}/callback/bink`),
  }
}

/** Starts an emulator for an app on a port of this machine, on the default port if it is free. */
export async function startEmulator(appPort: number, basePath?: string) {
  // Imported here, because the package may have been built a moment ago.
  const { createBinkEmulator } = await import("authjs-bink/emulator")
  return createBinkEmulator({ clients: [demoClient(appPort, basePath)] }).listen({
    port: (await portIfFree(DEFAULT_PORT)) ?? 0,
  })
}
