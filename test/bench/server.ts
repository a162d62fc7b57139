import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { PEERS } from "./peers.ts"

/** The servers in `peers/servers`. Each prints its URL when it listens. */
export type ServerName = "bare-http" | "emulator" | "oauth2-mock-server" | "oidc-provider"

export interface RunningServer {
  url: string
  /** Milliseconds from the start of the process to the listening port, including the start of Node and all imports. */
  startedIn: number
  stop(): Promise<void>
}

/** Starts a server in a separate process. */
export async function startServer(name: ServerName): Promise<RunningServer> {
  const start = performance.now()
  const child = spawn(process.execPath, [join(PEERS, "servers", `${name}.js`)], {
    stdio: ["ignore", "pipe", "ignore"],
  })
  const exited = once(child, "exit")
  const output = await Promise.race([once(child.stdout, "data"), exited.then(() => [""])])
  const startedIn = performance.now() - start
  const url = String(output[0]).trim()
  if (!url) throw new Error(`The server ${name} exited before it printed its URL.`)
  return {
    url,
    startedIn,
    async stop() {
      child.kill()
      await exited
    },
  }
}
