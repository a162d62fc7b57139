import { spawnSync } from "node:child_process"
import { cpSync, rmSync } from "node:fs"
import { join } from "node:path"
import { ROOT } from "../../scripts/run.ts"

/** Runs npm and returns its stdout. Throws its output if it fails, with a hint if the registry is unreachable. */
export function npm(cwd: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync("npm", args, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
    maxBuffer: 64 * 1024 * 1024,
  })
  if (error) throw new Error("npm could not be started. Install npm, or add it to PATH.", { cause: error })
  if (status === 0) return stdout
  const output = `${stdout}\n${stderr}`
  if (NETWORK_ERROR.test(output)) {
    throw new Error(
      `npm could not reach its registry. Check the network and the registry in your .npmrc with \`npm ping\`.\n\n${output}`,
    )
  }
  throw new Error(`npm ${args[0]} failed:\n${output}`)
}

/** Codes in the output of package managers that cannot reach the registry. */
export const NETWORK_ERROR =
  /\b(EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|ETIMEDOUT|ERR_SOCKET_\w+)\b/

/** Packs the package into a directory, as `npm publish` does, and returns the path of the tarball. */
export function packPackage(directory: string): string {
  const packed = npm(ROOT, "pack", "--json", "--ignore-scripts", "--pack-destination", directory)
  // npm 11 prints an array, npm 12 an object by package name.
  const [{ filename }] = Object.values(JSON.parse(packed)) as [{ filename: string }]
  return join(directory, filename)
}

/** Copies the built package into a `node_modules` directory. */
export function copyPackage(modules: string): void {
  const copy = join(modules, "authjs-bink")
  rmSync(copy, { recursive: true, force: true })
  for (const part of ["package.json", "dist"]) {
    cpSync(join(ROOT, part), join(copy, part), { recursive: true })
  }
}
