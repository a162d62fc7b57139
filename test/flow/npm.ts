import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { root } from "../../scripts/demo-app.ts"

/** Runs npm, and gives what it printed. Throws what it said where it fails, and says it plainly without a network. */
export function npm(cwd: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error)
    throw new Error("npm could not be started, and new apps are installed with it.", { cause: error })
  if (status === 0) return stdout
  const said = `${stdout}\n${stderr}`
  if (NO_NETWORK.test(said)) {
    throw new Error(
      "npm did not reach its registry, and new apps are installed from there. See whether `npm ping` answers: without " +
        `a network, or with a registry in your .npmrc that is away, this cannot run.\n\n${said}`,
    )
  }
  throw new Error(`npm ${args[0]} failed:\n${said}`)
}

const NO_NETWORK = /\b(EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ETIMEDOUT)\b/

/** Packs what `npm publish` would publish into the folder, and gives the path of the tarball. */
export function packPackage(folder: string): string {
  const packed = npm(root, "pack", "--json", "--ignore-scripts", "--pack-destination", folder)
  // npm 11 answers a list, npm 12 an object by name: either has one.
  const [{ filename }] = Object.values(JSON.parse(packed)) as [{ filename: string }]
  return join(folder, filename)
}
