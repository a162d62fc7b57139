import { randomBytes } from "node:crypto"
import { join } from "node:path"
import { DEFAULT_PORT } from "../../../emulator/defaults.js"
import { readEnvFiles, readIfThere } from "../../project-files.js"
import type { FileChange } from "./diff.js"
import type { Project } from "./project.js"

const FILE = ".env.local"

/** Never shown: what these hold would stay in the terminal's scrollback. */
const SECRETS = ["AUTH_SECRET", "NEXTAUTH_SECRET"]

/**
 * What `.env.local` lacks. A name that has a value in any of the app's environment files keeps it, and real
 * credentials are never pointed at the emulator.
 */
export function planEnvironment(project: Project): FileChange | undefined {
  const { values } = readEnvFiles(project.root)
  const has = (name: string) => Boolean(values[name])
  const blocks: string[] = []
  if (!has("AUTH_BINK_ID") && !has("AUTH_BINK_SECRET")) {
    blocks.push(
      [
        "# The Bink on your own machine: npx authjs-bink emulator",
        "# For bink.link, write to dev@binatomy.com for an ID and a secret of your own, put them here, and remove the issuer.",
        "AUTH_BINK_ID=demo-client",
        "AUTH_BINK_SECRET=demo-secret",
        ...(has("AUTH_BINK_ISSUER") ? [] : [`AUTH_BINK_ISSUER=http://127.0.0.1:${DEFAULT_PORT}`]),
      ].join("\n"),
    )
  }
  if (!has("AUTH_SECRET") && !has("NEXTAUTH_SECRET")) {
    const name = project.nextAuth === 5 ? "AUTH_SECRET" : "NEXTAUTH_SECRET"
    blocks.push(
      `# Encrypts the sessions. Made for this machine: make another one for production.\n${name}=${randomBytes(33).toString("base64")}`,
    )
  }
  if (project.nextAuth === 4 && !has("NEXTAUTH_URL")) {
    blocks.push(`# Where this app is served from.\nNEXTAUTH_URL=http://localhost:${project.port}`)
  }
  if (project.nextAuth === 5 && !has("AUTH_TRUST_HOST") && !has("AUTH_URL")) {
    blocks.push(
      "# Lets `next start` answer on this machine; `next dev` does so by itself.\nAUTH_TRUST_HOST=true",
    )
  }
  if (blocks.length === 0) return undefined
  const before = readIfThere(join(project.root, FILE))
  const gap = before === "" ? "" : before.endsWith("\n") ? "\n" : "\n\n"
  const after = `${before}${gap}${blocks.join("\n\n")}\n`
  return { path: FILE, before: before === "" ? null : before, after, secrets: SECRETS }
}
