import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { PEERS } from "./peers.ts"

/** The servers of `peers/servers`, each of which says its address when it listens. */
export type ServerName = "bare-http" | "emulator" | "oauth2-mock-server" | "oidc-provider"

export interface RunningServer {
  url: string
  /** From nothing to a listening port, in milliseconds: Node's own start, imports and all. */
  startedIn: number
  stop(): Promise<void>
}

/** Starts a server in a process of its own. */
export async function startServer(name: ServerName): Promise<RunningServer> {
  const start = performance.now()
  const child = spawn(process.execPath, [join(PEERS, "servers", `${name}.js`)], {
    stdio: ["ignore", "pipe", "ignore"],
  })
  const gone = once(child, "exit")
  const said = await Promise.race([once(child.stdout, "data"), gone.then(() => [""])])
  const startedIn = performance.now() - start
  const url = String(said[0]).trim()
  if (!url) throw new Error(`The server ${name} ended before it listened.`)
  return {
    url,
    startedIn,
    async stop() {
      child.kill()
      await gone
    },
  }
}
