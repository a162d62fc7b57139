/** Runs the demo in a terminal, with the emulated Bink beside it, until Ctrl-C or until one of the processes ends. */
import { existsSync } from "node:fs"
import { join } from "node:path"
import {
  type App,
  type AppOptions,
  claim,
  demo,
  type Environment,
  emulated,
  freePort,
  startApp,
  startEmulator,
  throwawaySecret,
} from "./demo-app.ts"

/** Where the person is told to go, and how all of it ends. */
export interface Session {
  app: App
  stop(): Promise<void>
}

/** What is run: the demo, or an app beside it. */
export interface Shown extends Pick<AppOptions, "program"> {
  /** What it is called in a sentence. */
  name: string
  folder: string
  /** Where people keep credentials of their own. */
  envFile: string
  /** Where it serves its sign-in. @default "/api/auth" */
  basePath?: string
  /** What it needs to be told beside what every app is told, by its address. */
  env?: (url: string) => Environment
}

const DEMO: Shown = { name: "demo", folder: demo, envFile: ".env.local" }

/**
 * Starts both, and prints where they are. With credentials of the real Bink in the environment, or in the app's
 * own file, the app asks that one, and no emulator is started.
 */
export async function startDemo(command: "start" | "dev", shown = DEMO): Promise<Session> {
  const { name, envFile, basePath, env: more, ...options } = shown
  const settings = join(options.folder, envFile)
  if (existsSync(settings)) process.loadEnvFile(settings)
  const port = await choosePort(name)
  const bink = hasCredentials() ? undefined : await startEmulator(port, basePath)
  const env = {
    AUTH_SECRET: process.env.AUTH_SECRET || throwawaySecret(),
    // It listens on this machine alone, so whoever names the host is already here.
    AUTH_TRUST_HOST: "true",
    ...(bink && emulated(bink.url)),
    ...more?.(`http://localhost:${port}`),
  }
  const app = await startApp({ ...options, command, port, env, isLoud: true }).catch(async (error) => {
    await bink?.close()
    throw error
  })
  console.log(`
  The ${name.padEnd(4)}   ${app.url}
  ${bink ? `Bink       ${bink.url}   (emulated: nobody’s real account)` : "Bink       the real one, by the credentials in your environment"}

  Ctrl-C stops ${bink ? "both" : "it"}.
`)
  return {
    app,
    async stop() {
      await Promise.all([app.stop(), bink?.close()])
    },
  }
}

/** Runs a script's work until it ends or is told to, and says in one line what went wrong. */
export async function untilStopped(start: () => Promise<{ ended: Promise<string>; stop(): Promise<void> }>) {
  const told = new Promise<undefined>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.on(signal, () => resolve(undefined))
  })
  try {
    const running = await start()
    const reason = await Promise.race([told, running.ended])
    await running.stop()
    if (reason === undefined) return
    throw new Error(reason)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

async function choosePort(name: string): Promise<number> {
  const wish = process.env.PORT
  if (!wish) {
    const port = await freePort(3000)
    if (port !== 3000) console.log(`Port 3000 is taken, so the ${name} takes ${port}.`)
    return port
  }
  const port = Number(wish)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(
      `PORT is set to "${wish}", which is no port, so the ${name} cannot start. Set it to a number, or unset it.`,
    )
  }
  if ((await claim(port)) === undefined) {
    throw new Error(
      `Port ${port} is taken, so the ${name} cannot start on it. Stop what uses it, or set PORT to another.`,
    )
  }
  return port
}

function hasCredentials(): boolean {
  const { AUTH_BINK_ID, AUTH_BINK_SECRET } = process.env
  if (Boolean(AUTH_BINK_ID) !== Boolean(AUTH_BINK_SECRET)) {
    const missing = AUTH_BINK_ID ? "AUTH_BINK_SECRET" : "AUTH_BINK_ID"
    throw new Error(
      `${missing} is not set while its other half is, so nobody could sign in. Set both to use the real Bink, or neither to use the emulated one.`,
    )
  }
  return Boolean(AUTH_BINK_ID)
}
