/**
 * `npm run test:languages`: signs in with the OAuth libraries of other languages that this machine has, and writes the
 * table of docs/get-started/other-languages.md. Installs nothing. Exits with status 1 if a sign-in fails.
 *
 * On Debian 12, these packages have the libraries:
 *
 *   apt-get install python3-authlib python3-requests-oauthlib python3-social-django python3-django-allauth \
 *     ruby-oauth2 ruby-omniauth-oauth2 golang-go golang-golang-x-oauth2-dev liblwp-authen-oauth2-perl \
 *     libnet-oauth2-perl cargo librust-oauth2-dev
 */
import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { isDeepStrictEqual } from "node:util"
import { createBinkEmulator } from "authjs-bink/emulator"
import { ROOT } from "../run.ts"
import { LIBRARIES, type Program } from "./libraries.ts"
import { type Result, writeTable } from "./table.ts"

const PAGE = join(ROOT, "docs/get-started/other-languages.md")

const YUKI = {
  id: "cmbink0000000000000000yuki",
  name: "Yuki Tanaka 由紀",
  email: "yuki@example.com",
  username: "yuki",
  avatar: null,
  plan: "VERIFIED",
  verificationLevel: 2,
} as const

/** Libraries refuse a server without TLS, and Go looks for Debian's packages in this path only if it is set. */
const ENVIRONMENT = {
  ...process.env,
  OAUTHLIB_INSECURE_TRANSPORT: "1",
  AUTHLIB_INSECURE_TRANSPORT: "1",
  GO111MODULE: "off",
  GOPATH: `${process.env.GOPATH ?? ""}:/usr/share/gocode`,
  CARGO_TARGET_DIR: join(ROOT, ".cache/rust"),
}

/** Returns the command that has the library, and the library's version. */
function find({ commands, version }: Program): { command: string; version: string } | undefined {
  for (const command of commands) {
    const { status, stdout } = spawnSync(command, version, {
      cwd: import.meta.dirname,
      env: ENVIRONMENT,
      encoding: "utf8",
    })
    if (status === 0) return { command, version: /[^#@]+$/.exec(stdout.trim())?.[0] ?? "" }
  }
}

/** Signs in with a program. Returns the reason of a failure. */
async function signIn(
  command: string,
  { file, run = [file], ...program }: Program,
): Promise<string | undefined> {
  const redirectUri = `http://localhost:3000${program.callbackPath ?? "/callback"}`
  const bink = createBinkEmulator({
    users: [YUKI],
    clients: [
      { clientId: "demo-client", clientSecret: "demo-secret", name: "Demo", redirectUris: [redirectUri] },
    ],
    signedInAs: YUKI.id,
    consent: { [YUKI.id]: "approve" },
  })
  const server = await bink.listen({ port: 0 })
  const child = spawn(command, run, {
    cwd: import.meta.dirname,
    env: {
      ...ENVIRONMENT,
      AUTH_BINK_ISSUER: server.url,
      AUTH_BINK_ID: "demo-client",
      AUTH_BINK_SECRET: "demo-secret",
      REDIRECT_URI: redirectUri,
    },
    stdio: ["pipe", "pipe", "inherit"],
  })
  const ended = once(child, "close")
  try {
    let profile: unknown
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith("{")) profile = JSON.parse(line)
      if (!line.startsWith(server.url)) continue
      const callback = (await fetch(line, { redirect: "manual" })).headers.get("location")
      if (!callback?.startsWith(redirectUri)) return `The emulator refused ${line}.`
      child.stdin.write(`${callback}\n`)
    }
    await ended
    const expected = Object.fromEntries(
      Object.entries(YUKI).filter(([field]) => program.fields?.includes(field) ?? true),
    )
    return isDeepStrictEqual(profile, expected) ? undefined : `Wrong profile: ${JSON.stringify(profile)}`
  } finally {
    child.kill()
    await server.close()
  }
}

const results: Result[] = []
for (const library of LIBRARIES) {
  const { language, name, program } = library
  const found = program && find(program)
  const failure = found && (await signIn(found.command, program))
  results.push({ library, version: found?.version, failure })
  console.log(
    `${language}, ${name}: ${failure ?? (found ? `signed in (${found.version})` : "not installed")}`,
  )
}
writeFileSync(PAGE, writeTable(readFileSync(PAGE, "utf8"), results))
if (results.some(({ failure }) => failure)) process.exitCode = 1
