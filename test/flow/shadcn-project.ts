import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import manifest from "../../package.json" with { type: "json" }
import { ROOT } from "../../scripts/run.ts"

/** Installed once into `.cache` by the test. As a dev dependency it would add two hundred packages to `npm ci`. */
const SHADCN = "4.23.0"

const run = promisify(execFile)
const shell = process.platform === "win32"

/** Runs the shadcn CLI and returns its output. Rejects if it fails. */
export async function shadcn(cwd: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const installation = join(ROOT, `.cache/shadcn-${SHADCN}`)
  const program = join(installation, "node_modules/shadcn/dist/index.js")
  if (!existsSync(program)) {
    mkdirSync(installation, { recursive: true })
    writeFileSync(join(installation, "package.json"), JSON.stringify({ private: true }))
    await run("npm", ["install", "--no-audit", "--no-fund", `shadcn@${SHADCN}`], { cwd: installation, shell })
  }
  const { stdout, stderr } = await run(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
  })
  return stdout + stderr
}

export interface Project {
  directory: string
  /** URL of the registry host. */
  url: string
  /** Runs `shadcn add` for an item of this package's registry, by URL or path. */
  add(item: string): Promise<string>
  close(): void
}

/**
 * Creates a project with Tailwind 4 and shadcn's default theme, and starts a host for its requests: this package's
 * registry at `/r`, shadcn's registry, and npm's registry with the packed package. The project is inside the
 * repository, so that React and TypeScript resolve to the installed ones.
 */
export async function createShadcnProject(): Promise<Project> {
  const directory = join(ROOT, ".cache/new-app-shadcn")
  rmSync(directory, { recursive: true, force: true })
  cpSync(join(ROOT, "test/fixtures/shadcn"), directory, { recursive: true })
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", directory], { cwd: ROOT, shell })
  const tarball = readFileSync(join(directory, `authjs-bink-${manifest.version}.tgz`))
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`

  const server = createServer((request, response) => {
    const path = request.url ?? ""
    const item = /^\/r\/([\w-]+\.json)$/.exec(path)?.[1]
    if (item) return void response.end(readFileSync(join(ROOT, "registry/r", item)))
    if (path === "/npm/authjs-bink.tgz") return void response.end(tarball)
    if (path === "/npm/authjs-bink") {
      const version = { ...manifest, dist: { tarball: `${url}/npm/authjs-bink.tgz`, integrity } }
      const versions = { [manifest.version]: version }
      const packument = { name: "authjs-bink", "dist-tags": { latest: manifest.version }, versions }
      return void response.end(JSON.stringify(packument))
    }
    if (path === "/shadcn/colors/neutral.json") return void response.end(JSON.stringify(NEUTRAL))
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    directory,
    url,
    add: (item) =>
      shadcn(directory, ["add", "--yes", item], {
        REGISTRY_URL: `${url}/shadcn`,
        npm_config_registry: `${url}/npm/`,
      }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** shadcn requests it from its registry, but does not use it in a project with CSS variables. */
const NEUTRAL = {
  inlineColors: { light: {}, dark: {} },
  cssVars: {},
  inlineColorsTemplate: "",
  cssVarsTemplate: "",
}
