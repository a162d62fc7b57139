import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { DEFAULT_CLIENT, DEFAULT_PORT } from "../../../emulator/defaults.js"
import { isLoopback } from "../../../oauth/endpoints.js"
import type { Addresses } from "../../project/addresses.js"
import { readIfThere } from "../../project/files.js"
import { executeCommand } from "../../project/package-manager.js"
import type { Project } from "../../project/project.js"
import { eolOf } from "../../source/style.js"
import type { FileChange } from "./diff.js"

export const ENV_FILE = ".env.local"

/** Variables whose values the diff hides: they would stay in the terminal's scrollback. */
const SECRETS = ["AUTH_SECRET", "NEXTAUTH_SECRET", "BETTER_AUTH_SECRET"]

/** What `.env.local` needs, and what only the developer can add. */
export interface EnvironmentPlan {
  change: FileChange | undefined
  /** Variables with credentials that are missing next to others that exist. */
  missing: string[]
  /** The app signs in at the emulator of this machine. */
  usesEmulator: boolean
}

/** Adds missing variables. Existing values stay, and credentials of another server are never mixed with the emulator's. */
export function planEnvironment(
  project: Project,
  env: NodeJS.Dict<string>,
  addresses: Addresses,
  framework: "next-auth" | "better-auth",
): EnvironmentPlan {
  const has = (name: string) => Boolean(env[name])
  const blocks: string[] = []
  const issuer = env.AUTH_BINK_ISSUER
  const credentials = ["AUTH_BINK_ID", "AUTH_BINK_SECRET"]
  const isLocal = issuer !== undefined && URL.canParse(issuer) && isLoopback(new URL(issuer))
  const startsEmpty = !credentials.some(has) && (!issuer || isLocal)
  if (startsEmpty) {
    blocks.push(
      [
        `# The emulator: ${executeCommand(project.packageManager, "authjs-bink emulator")}`,
        "# For bink.link, use the ID and secret that dev@binatomy.com sends you, and remove AUTH_BINK_ISSUER.",
        `AUTH_BINK_ID=${DEFAULT_CLIENT.clientId}`,
        `AUTH_BINK_SECRET=${DEFAULT_CLIENT.clientSecret}`,
        ...(issuer ? [] : [`AUTH_BINK_ISSUER=http://127.0.0.1:${DEFAULT_PORT}`]),
      ].join("\n"),
    )
  }
  blocks.push(
    ...(framework === "better-auth" ? betterAuthBlocks(has) : nextAuthBlocks(project, addresses, has)),
  )
  const missing = startsEmpty ? [] : credentials.filter((name) => !has(name))
  const usesEmulator = startsEmpty || isLocal
  if (blocks.length === 0) return { change: undefined, missing, usesEmulator }
  const before = readIfThere(join(project.root, ENV_FILE))
  const eol = eolOf(before) ?? "\n"
  const gap = before === "" ? "" : before.endsWith("\n") ? eol : eol + eol
  const after = `${before}${gap}${blocks.join("\n\n").replaceAll("\n", eol)}${eol}`
  return {
    change: { path: ENV_FILE, before: before || null, after, secrets: SECRETS },
    missing,
    usesEmulator,
  }
}

function nextAuthBlocks(
  project: Project,
  { origin, authPath }: Addresses,
  has: (name: string) => boolean,
): string[] {
  const { nextAuth, setup, nextConfig } = project
  const options = setup?.config?.options
  const blocks: string[] = []
  if (!has("AUTH_SECRET") && !has("NEXTAUTH_SECRET") && !options?.hasSecret) {
    blocks.push(secretBlock(nextAuth === 5 ? "AUTH_SECRET" : "NEXTAUTH_SECRET"))
  }
  if (nextAuth === 4 && !has("NEXTAUTH_URL")) {
    // With its own path, next-auth 4 needs the whole address.
    const path = nextConfig.basePath || authPath !== "/api/auth" ? authPath : ""
    blocks.push(`# The address of this app.\nNEXTAUTH_URL=${origin}${path}`)
  }
  if (nextAuth === 5 && !has("AUTH_TRUST_HOST") && !has("AUTH_URL") && !options?.trustHost) {
    blocks.push("# `next start` on this machine requires it. `next dev` does not.\nAUTH_TRUST_HOST=true")
  }
  return blocks
}

function betterAuthBlocks(has: (name: string) => boolean): string[] {
  return has("BETTER_AUTH_SECRET") || has("AUTH_SECRET") ? [] : [secretBlock("BETTER_AUTH_SECRET")]
}

function secretBlock(name: string): string {
  return `# Encrypts the sessions on this machine. Create another secret for production.\n${name}=${randomBytes(33).toString("base64")}`
}
