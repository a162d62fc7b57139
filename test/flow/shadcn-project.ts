import { execFile } from "node:child_process"
import { createHash } from "node:crypto"
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { promisify } from "node:util"
import manifest from "../../package.json" with { type: "json" }
import { root } from "../../scripts/demo-app.ts"

/**
 * The one that is run. It is no dev dependency: its two hundred packages would double what `npm ci` installs for the
 * sake of one test, which installs it once, into `.cache`.
 */
const SHADCN = "4.23.0"

const run = promisify(execFile)
const shell = process.platform === "win32"

/** shadcn's command line, and what it printed. Fails as it fails. */
export async function shadcn(cwd: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  const home = join(root, `.cache/shadcn-${SHADCN}`)
  const program = join(home, "node_modules/shadcn/dist/index.js")
  if (!existsSync(program)) {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, "package.json"), JSON.stringify({ private: true }))
    await run("npm", ["install", "--no-audit", "--no-fund", `shadcn@${SHADCN}`], { cwd: home, shell })
  }
  const { stdout, stderr } = await run(process.execPath, [program, ...args], {
    cwd,
    env: { ...process.env, ...env },
  })
  return stdout + stderr
}

export interface Project {
  folder: string
  /** Where the host is. */
  url: string
  /** `npx shadcn add` of an item of ours, by its address or its path. */
  add(item: string): Promise<string>
  close(): void
}

/**
 * A new project with Tailwind 4 and shadcn's default theme, and a host for all that it asks for: our registry at `/r`,
 * shadcn's own, and npm's, where the packed package stands in for the published one.
 *
 * It stands inside the repository, so that React and TypeScript are found in the folders above.
 */
export async function makeProject(): Promise<Project> {
  const folder = join(root, ".cache/new-app-shadcn")
  rmSync(folder, { recursive: true, force: true })
  cpSync(join(root, "test/fixtures/shadcn"), folder, { recursive: true })
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: root, shell })
  const tarball = readFileSync(join(folder, `authjs-bink-${manifest.version}.tgz`))
  const integrity = `sha512-${createHash("sha512").update(tarball).digest("base64")}`

  const server = createServer((request, response) => {
    const path = request.url ?? ""
    const item = /^\/r\/([\w-]+\.json)$/.exec(path)?.[1]
    if (item) return void response.end(readFileSync(join(root, "registry/r", item)))
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
    folder,
    url,
    add: (item) =>
      shadcn(folder, ["add", "--yes", item], {
        REGISTRY_URL: `${url}/shadcn`,
        npm_config_registry: `${url}/npm/`,
      }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** The one thing that shadcn asks its own registry for here, and does not use in a project with CSS variables. */
const NEUTRAL = {
  inlineColors: { light: {}, dark: {} },
  cssVars: {},
  inlineColorsTemplate: "",
  cssVarsTemplate: "",
}
