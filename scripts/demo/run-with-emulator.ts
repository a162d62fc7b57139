/** Runs an app in the terminal, with an emulator, until Ctrl-C or until a process ends. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import type { Environment } from "../run.ts"
import { type App, type AppOptions, DEMO, freePort, portIfFree, randomSecret, startApp } from "./app.ts"
import { emulatorEnvironment, startEmulator } from "./emulator.ts"

export interface RunningApp {
  app: App
  stop(): Promise<void>
}

/** The app to run: the demo or an example. */
export interface AppToRun extends Pick<AppOptions, "program"> {
  /** Its name in messages. */
  name: string
  directory: string
  /** The file with the developer's credentials. */
  envFile: string
  /** The path of its sign-in routes. @default "/api/auth" */
  basePath?: string
  /** Returns environment variables that only this app needs. */
  env?: (url: string) => Environment
}

const DEMO_APP: AppToRun = { name: "demo", directory: DEMO, envFile: ".env.local" }

/**
 * Starts an app and an emulator, and prints their URLs. If the environment or the app's `envFile` has Bink
 * credentials, the app uses Bink, and no emulator is started.
 */
export async function startWithEmulator(command: "start" | "dev", appToRun = DEMO_APP): Promise<RunningApp> {
  const { name, envFile, basePath, env: appEnvironment, ...options } = appToRun
  const envPath = join(options.directory, envFile)
  if (existsSync(envPath)) process.loadEnvFile(envPath)
  const port = await choosePort(name)
  const emulator = hasCredentials() ? undefined : await startEmulator(port, basePath)
  const env = {
    AUTH_SECRET: process.env.AUTH_SECRET || randomSecret(),
    // Safe: the app listens on the loopback interface only.
    AUTH_TRUST_HOST: "true",
    ...(emulator && emulatorEnvironment(emulator.url)),
    ...appEnvironment?.(`http://localhost:${port}`),
  }
  const app = await startApp({ ...options, command, port, env, showLog: true }).catch(async (error) => {
    await emulator?.close()
    throw error
  })
  console.log(`
  ${(name === "demo" ? "Demo" : "App").padEnd(8)}   ${app.url}
  ${emulator ? `Emulator   ${emulator.url}` : "Bink       the credentials in your environment are used"}

  Press Ctrl-C to stop.
`)
  return {
    app,
    async stop() {
      await Promise.all([app.stop(), emulator?.close()])
    },
  }
}

/** Runs until a signal or until a process ends unexpectedly. Prints an error without its stack. */
export async function runUntilStopped(
  start: () => Promise<{ ended: Promise<string>; stop(): Promise<void> }>,
): Promise<void> {
  const interrupted = new Promise<undefined>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve(undefined))
  })
  try {
    const running = await start()
    const reason = await Promise.race([interrupted, running.ended])
    await running.stop()
    if (reason === undefined) return
    throw new Error(reason)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function choosePort(name: string): Promise<number> {
  const value = process.env.PORT
  if (!value) {
    const port = await freePort(3000)
    if (port !== 3000) console.log(`Port 3000 is in use. The ${name} uses port ${port}.`)
    return port
  }
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`Invalid PORT "${value}". Set PORT to a number between 1 and 65535, or unset it.`)
  }
  if ((await portIfFree(port)) === undefined) {
    throw new Error(`Port ${port} is in use. Stop the process that uses it, or set PORT to another number.`)
  }
  return port
}

function hasCredentials(): boolean {
  const { AUTH_BINK_ID, AUTH_BINK_SECRET } = process.env
  if (Boolean(AUTH_BINK_ID) !== Boolean(AUTH_BINK_SECRET)) {
    const [set, missing] = AUTH_BINK_ID
      ? ["AUTH_BINK_ID", "AUTH_BINK_SECRET"]
      : ["AUTH_BINK_SECRET", "AUTH_BINK_ID"]
    throw new Error(
      `Missing ${missing}: only ${set} is set. Set both to use Bink, or neither to use the emulator.`,
    )
  }
  return Boolean(AUTH_BINK_ID)
}
