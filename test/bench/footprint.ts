import {
  cpSync,
  globSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { npm, packPackage } from "../helpers/npm.ts"
import { atMost, below, exactRows, type Measurement } from "./measurement.ts"
import { versionOf } from "./peers.ts"

const OURS = "authjs-bink"

/** Exact versions. Each is installed in a separate project, not in `peers/`. */
const PEERS = {
  "next-auth-steam": "0.4.0",
  "@logto/next": "4.2.11",
  "@workos-inc/authkit-nextjs": "4.3.2",
  "@clerk/nextjs": "7.9.17",
}
const VERSIONS = {
  ...PEERS,
  next: versionOf("next"),
  react: versionOf("react"),
  "next-auth": versionOf("next-auth"),
  "next-auth 4": versionOf("next-auth-4"),
  "next 15": "15.5.29",
}

/** The dependencies of the app before the install. OLDER_APP is for a package that supports neither Next.js 16 nor next-auth 5. */
const REACT = [`react@${VERSIONS.react}`, `react-dom@${VERSIONS.react}`]
const NEXT = [`next@${VERSIONS.next}`, ...REACT]
const NEXT_AUTH_5 = `next-auth@${VERSIONS["next-auth"]}`
const APP = [...NEXT, NEXT_AUTH_5]
const OLDER_APP = [`next@${VERSIONS["next 15"]}`, ...REACT, `next-auth@${VERSIONS["next-auth 4"]}`]

interface Addition {
  name: string
  spec: string
  /** Dependencies that the app already has. */
  base: string[]
}

const ADDITIONS: Addition[] = [
  { name: "next-auth 5, in an app without it", spec: NEXT_AUTH_5, base: NEXT },
  ...Object.entries(PEERS).map(([name, version]) => ({
    name,
    spec: `${name}@${version}`,
    base: name === "next-auth-steam" ? OLDER_APP : APP,
  })),
]

interface Footprint {
  packages: number
  kB: number
}

/** Creates a project with the dependencies of the app. */
function createProject(parent: string, name: string, specs: string[]): string {
  const directory = join(parent, name)
  mkdirSync(directory)
  writeFileSync(join(directory, "package.json"), JSON.stringify({ name: "app", private: true }))
  install(directory, ...specs)
  return directory
}

function install(directory: string, ...specs: string[]): void {
  npm(directory, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", ...specs)
}

function measureDirectory(directory: string): Footprint {
  const modules = join(directory, "node_modules")
  const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"))
  const files = globSync("**/*", { cwd: modules })
    .filter((path) => path !== ".package-lock.json")
    .map((path) => lstatSync(join(modules, path)))
  const bytes = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0)
  return { packages: Object.keys(packages).length, kB: bytes / 1000 }
}

export default {
  versions: VERSIONS,
  async measure({ reportStep }) {
    const home = mkdtempSync(join(tmpdir(), "authjs-bink-footprint-"))
    try {
      const all: Addition[] = [{ name: OURS, spec: packPackage(home), base: APP }, ...ADDITIONS]

      const bases = new Map<string, { directory: string; footprint: Footprint }>()
      const added: Record<string, Footprint> = {}
      for (const [index, { name, spec, base: dependencies }] of all.entries()) {
        reportStep(`install ${name}`, index + 1, all.length)
        const key = dependencies.join(" ")
        let base = bases.get(key)
        if (!base) {
          const directory = createProject(home, `base-${bases.size}`, dependencies)
          base = { directory, footprint: measureDirectory(directory) }
          bases.set(key, base)
        }
        const directory = join(home, `with-${Object.keys(added).length}`)
        cpSync(base.directory, directory, { recursive: true, verbatimSymlinks: true })
        install(directory, spec)
        const { packages, kB } = measureDirectory(directory)
        added[name] = { packages: packages - base.footprint.packages, kB: kB - base.footprint.kB }
        rmSync(directory, { recursive: true })
      }

      const values = (key: keyof Footprint) =>
        Object.fromEntries(Object.entries(added).map(([name, footprint]) => [name, footprint[key]]))
      const { packages, kB } = added[OURS] as Footprint
      return [
        {
          title: "Packages added",
          unit: "packages",
          rows: exactRows(values("packages"), [OURS]),
          targets: [atMost(1, "packages", "Packages added by the install", packages)],
        },
        {
          title: "Disk space",
          unit: "kB",
          baseline: OURS,
          rows: exactRows(values("kB"), [OURS], OURS),
          targets: [below(700, "kB", "Disk space added by the install", kB)],
        },
      ]
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
} satisfies Measurement
