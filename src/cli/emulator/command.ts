import { type BinkEmulatorServer, createBinkEmulator } from "../../emulator/index.js"
import { plantSeed } from "../../emulator/seed.js"
import { BinkError } from "../../errors.js"
import { type Options, parseArguments } from "../arguments.js"
import { type Command, describeCommand } from "../command.js"
import { Failure, UsageError } from "../failure.js"
import { paint } from "../terminal.js"
import { describeStart } from "./banner.js"
import { openBrowser } from "./browser.js"
import { EMULATOR_PORT } from "./port.js"
import { describeRequest } from "./request-line.js"
import { readSeedFile } from "./seed-file.js"

const OPTIONS = {
  port: { type: "string", value: "number", default: String(EMULATOR_PORT), describes: "0 takes a free one" },
  host: { type: "string", value: "address", default: "127.0.0.1", describes: "the address to listen on" },
  "redirect-uri": {
    type: "string",
    value: "url",
    multiple: true,
    describes: "a callback URL of your app, if it is not on port 3000; may be repeated",
  },
  seed: { type: "string", value: "file.json", describes: "people, clients and tokens to start with" },
  state: {
    type: "string",
    choices: ["echo", "drop"],
    default: "echo",
    describes: "whether state comes back",
  },
  pkce: {
    type: "string",
    choices: ["optional", "ignore", "require"],
    default: "optional",
    describes: "what becomes of PKCE",
  },
  open: { type: "boolean", describes: "open it in a browser" },
} satisfies Options

export const command: Command = {
  help: describeCommand(
    "emulator [options]",
    "Runs a Bink on this machine: its endpoints, its login page and its consent screen, with people to sign in as.",
    OPTIONS,
    'A seed file: {"users": [{"id", "name", "email", "username", "avatar", "plan", "verificationLevel"}],\n' +
      '"clients": [{"clientId", "clientSecret", "name", "redirectUris"}], "tokens": {"bink_…": "<user id>"}}. Each part is optional.',
  ),

  async run(args) {
    const { values: flags } = parseArguments(args, OPTIONS)
    const port = parsePort(flags.port)
    const seed = flags.seed === undefined ? {} : readSeedFile(flags.seed)
    const planted = plantSeed(seed)
    const clients = withRedirectUris([...planted.clients.values()], flags["redirect-uri"])
    const emulator = createBinkEmulator({
      ...seed,
      clients,
      state: flags.state as "echo" | "drop",
      pkce: flags.pkce as "optional" | "ignore" | "require",
      onRequest: (request) => console.log(describeRequest(request)),
    })
    const server = await emulator.listen({ port, host: flags.host }).catch(async (error) => {
      throw await explain(error, port, flags.host)
    })
    console.log(describeStart(server.url, [...planted.people.values()], clients))
    if (flags.open) openBrowser(server.url)
    await stopped(server)
    return 0
  },
}

function parsePort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new UsageError(`--port takes a whole number from 0 to 65535, and not "${text}".`)
}

/** The app's own callback URLs come first, since the first is the one that is shown. */
function withRedirectUris<T extends { redirectUris: readonly string[] }>(
  clients: T[],
  uris: string[] = [],
): T[] {
  const wrong = uris.find((uri) => !URL.canParse(uri))
  if (wrong !== undefined) {
    throw new UsageError(
      `--redirect-uri takes a whole address, such as http://localhost:4000/api/auth/callback/bink, and not "${wrong}".`,
    )
  }
  return clients.map((client, index) =>
    index === 0 ? { ...client, redirectUris: [...new Set([...uris, ...client.redirectUris])] } : client,
  )
}

/** A port that is taken is mostly taken by the emulator in another window: say so where it is. */
async function explain(error: unknown, port: number, host: string): Promise<unknown> {
  if (!(error instanceof BinkError) || error.code !== "port_in_use") return error
  const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`
  const isBink = await fetch(`${url}/api/oauth/user`, { signal: AbortSignal.timeout(1_000) }).then(
    (response) => response.status === 401,
    () => false,
  )
  if (!isBink)
    return new Failure(
      `Port ${port} is taken by another program. Choose another port, or 0 for a free one: --port 0`,
    )
  return new Failure(
    `An emulator is running at ${url} already: use that one, or start another beside it with --port 0`,
  )
}

/** Resolves once Ctrl-C, or whoever started this, has said stop, and the port is closed. */
async function stopped(server: BinkEmulatorServer): Promise<void> {
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve())
  })
  await server.close()
  console.log(`\n${paint("dim", "Stopped.")}`)
}
