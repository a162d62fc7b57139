import { spawn } from "node:child_process"
import { DEFAULT_CLIENT, DEFAULT_PORT, DEFAULT_USERS } from "../../../emulator/defaults.js"
import { type BinkClient, type BinkEmulatorServer, createBinkEmulator } from "../../../emulator/index.js"
import { BinkError } from "../../../errors.js"
import {
  type Command,
  describeCommand,
  Failure,
  type Options,
  parseArguments,
  UsageError,
} from "../../command.js"
import { paint } from "../../terminal.js"
import { describeRequest, describeStart } from "./output.js"
import { runCommand, SIGNALS, watchNpm } from "./run-command.js"
import { readSeedFile } from "./seed-file.js"

const OPTIONS = {
  port: {
    type: "string",
    value: "number",
    default: String(DEFAULT_PORT),
    describes: "port to listen on; 0 selects a free port",
  },
  host: { type: "string", value: "address", default: "127.0.0.1", describes: "address to listen on" },
  "redirect-uri": {
    type: "string",
    value: "url",
    multiple: true,
    describes: "callback URL of your app, if it is not on port 3000; repeatable",
  },
  seed: { type: "string", value: "file.json", describes: "users, clients and tokens to start with" },
  state: {
    type: "string",
    choices: ["echo", "drop"],
    default: "echo",
    describes: "return the state parameter, or drop it",
  },
  pkce: {
    type: "string",
    choices: ["optional", "ignore", "require"],
    default: "optional",
    describes: "how to treat PKCE",
  },
  "public-url": {
    type: "string",
    value: "url",
    describes: "address that browsers use, if servers use another one",
  },
  "allowed-host": {
    type: "string",
    value: "name",
    multiple: true,
    describes: "host name that servers use, such as a container's; repeatable",
  },
  open: { type: "boolean", describes: "open the emulator in a browser" },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "emulator [options] [-- command …]",
    "Runs the Bink emulator on this machine: OAuth endpoints, login page, consent screen, and users to sign in with.\n" +
      "With a command: sets AUTH_BINK_ISSUER, AUTH_BINK_ID and AUTH_BINK_SECRET, runs it, and exits with its status.",
    OPTIONS,
    'Seed file: {"users": [{"id", "name", "email", "username", "avatar", "plan", "verificationLevel"}],\n' +
      '"clients": [{"clientId", "clientSecret", "name", "redirectUris"}], "tokens": {"bink_…": "<user id>"},\n' +
      '"consent": {"<user id>": "ask|approve|deny"}, "signedInAs": "<user id>"}. Every key is optional.',
  ),

  async run(args) {
    const separator = args.includes("--") ? args.indexOf("--") : args.length
    const [program, ...programArgs] = args.slice(separator + 1)
    if (separator < args.length && program === undefined) throw new UsageError("Missing command after --.")
    const { values: flags } = parseArguments(args.slice(0, separator), OPTIONS)
    const port = parsePort(flags.port)
    const redirectUris = parseRedirectUris(flags["redirect-uri"])
    const seed = flags.seed === undefined ? {} : readSeedFile(flags.seed)
    const users = seed.users ?? DEFAULT_USERS
    const clients = withRedirectUris(seed.clients ?? [DEFAULT_CLIENT], redirectUris)
    // Checks the seed.
    const emulator = createBinkEmulator({
      ...seed,
      users,
      clients,
      state: flags.state as "echo" | "drop",
      pkce: flags.pkce as "optional" | "ignore" | "require",
      publicUrl: flags["public-url"],
      allowedHosts: flags["allowed-host"],
      onRequest: program === undefined ? (request) => console.log(describeRequest(request)) : undefined,
    })
    const server = await emulator.listen({ port, host: flags.host }).catch(async (error) => {
      throw await explainListenError(error, port, flags.host)
    })
    if (program !== undefined) {
      console.error(paint("dim", `Emulator running at ${server.url}`, process.stderr))
      return runCommand([program, ...programArgs], readEnvironment(server.url, clients)).finally(server.close)
    }
    console.log(describeStart(server.url, users, clients))
    if (flags.open) openBrowser(server.url)
    await stopOnSignal(server)
    return 0
  },
}

/** Returns the environment variables of an app that uses the emulator. */
function readEnvironment(url: string, [client]: readonly BinkClient[]): Record<string, string> {
  return {
    AUTH_BINK_ISSUER: url,
    ...(client && { AUTH_BINK_ID: client.clientId, AUTH_BINK_SECRET: client.clientSecret }),
  }
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`Invalid value for --port: "${text}". Use an integer from 0 to 65535.`)
}

function parseRedirectUris(uris: string[] = []): string[] {
  const invalid = uris.find((uri) => !URL.canParse(uri))
  if (invalid === undefined) return uris
  throw new UsageError(
    `Invalid value for --redirect-uri: "${invalid}". Use an absolute URL, such as http://localhost:4000/api/auth/callback/bink.`,
  )
}

/** Adds redirect URIs to the first client. Returns invalid clients of a seed file as they are: the emulator reports them. */
function withRedirectUris(clients: readonly BinkClient[], uris: string[]): readonly BinkClient[] {
  const [first, ...rest] = Array.isArray(clients) ? (clients as BinkClient[]) : []
  if (!Array.isArray(first?.redirectUris)) return clients
  return [{ ...first, redirectUris: [...new Set([...uris, ...first.redirectUris])] }, ...rest]
}

/** Returns the error for a port in use. It names the URL if an emulator uses the port. */
async function explainListenError(error: unknown, port: number, host: string): Promise<unknown> {
  if (!(error instanceof BinkError) || error.code !== "port_in_use") return error
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`
  const isEmulator = await fetch(`${url}/api/oauth/user`, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.status === 401,
    () => false,
  )
  if (isEmulator) {
    return new Failure(
      `An emulator is already running at ${url}. Use it, or start another one on a free port: --port 0`,
    )
  }
  return new Failure(
    `Port ${port} is in use by another program. Select another port, or a free one: --port 0`,
  )
}

/** Opens a URL in the default browser. */
function openBrowser(url: string): void {
  const [program, args]: [string, string[]] =
    process.platform === "darwin"
      ? ["open", [url]]
      : process.platform === "win32"
        ? ["cmd", ["/c", "start", "", url]]
        : ["xdg-open", [url]]
  spawn(program, args, { stdio: "ignore", detached: true })
    .once("error", () => console.error(`Cannot open a browser. Open ${url} yourself.`))
    .unref()
}

/** Resolves after a signal, such as Ctrl-C, or when npx has ended, once the server is closed. */
async function stopOnSignal(server: BinkEmulatorServer): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve())
    watchNpm(resolve)
  })
  await server.close()
  console.log(`\n${paint("dim", "Stopped.")}`)
}
