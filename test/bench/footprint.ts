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
import { npm, packPackage } from "../flow/npm.ts"
import { atMost, below, exactRows, type Measurement } from "./measurement.ts"
import { versionOf } from "./peers.ts"

const OURS = "authjs-bink"

/** Exact, and not among the peers: each is installed in a project of its own. */
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

/** What an app has already. The last is for a peer that takes no Next.js 16 and no next-auth 5. */
const REACT = [`react@${VERSIONS.react}`, `react-dom@${VERSIONS.react}`]
const NEXT = [`next@${VERSIONS.next}`, ...REACT]
const NEXT_AUTH_5 = `next-auth@${VERSIONS["next-auth"]}`
const APP = [...NEXT, NEXT_AUTH_5]
const OLDER_APP = [`next@${VERSIONS["next 15"]}`, ...REACT, `next-auth@${VERSIONS["next-auth 4"]}`]

interface Addition {
  name: string
  spec: string
  beside: string[]
}

const ADDITIONS: Addition[] = [
  { name: "next-auth 5, beside next alone", spec: NEXT_AUTH_5, beside: NEXT },
  ...Object.entries(PEERS).map(([name, version]) => ({
    name,
    spec: `${name}@${version}`,
    beside: name === "next-auth-steam" ? OLDER_APP : APP,
  })),
]

interface Footprint {
  packages: number
  kB: number
}

/** A project that has something, so that what comes next is what was added. */
function project(home: string, name: string, specs: string[]): string {
  const folder = join(home, name)
  mkdirSync(folder)
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "app", private: true }))
  install(folder, ...specs)
  return folder
}

function install(folder: string, ...specs: string[]): void {
  npm(folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", ...specs)
}

function footprintOf(folder: string): Footprint {
  const modules = join(folder, "node_modules")
  const { packages } = JSON.parse(readFileSync(join(modules, ".package-lock.json"), "utf8"))
  const files = globSync("**/*", { cwd: modules })
    .filter((path) => path !== ".package-lock.json")
    .map((path) => lstatSync(join(modules, path)))
  const bytes = files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0)
  return { packages: Object.keys(packages).length, kB: bytes / 1000 }
}

export default {
  versions: VERSIONS,
  async measure() {
    const home = mkdtempSync(join(tmpdir(), "authjs-bink-footprint-"))
    try {
      const all: Addition[] = [{ name: OURS, spec: packPackage(home), beside: APP }, ...ADDITIONS]

      const bases = new Map<string, { folder: string; footprint: Footprint }>()
      const added: Record<string, Footprint> = {}
      for (const { name, spec, beside } of all) {
        const key = beside.join(" ")
        let base = bases.get(key)
        if (!base) {
          const folder = project(home, `base-${bases.size}`, beside)
          base = { folder, footprint: footprintOf(folder) }
          bases.set(key, base)
        }
        const folder = join(home, `with-${Object.keys(added).length}`)
        cpSync(base.folder, folder, { recursive: true, verbatimSymlinks: true })
        install(folder, spec)
        const { packages, kB } = footprintOf(folder)
        added[name] = { packages: packages - base.footprint.packages, kB: kB - base.footprint.kB }
        rmSync(folder, { recursive: true })
      }

      const values = (what: keyof Footprint) =>
        Object.fromEntries(Object.entries(added).map(([name, footprint]) => [name, footprint[what]]))
      const { packages, kB } = added[OURS] as Footprint
      return [
        {
          title: "Packages added",
          unit: "packages",
          rows: exactRows(values("packages"), [OURS]),
          targets: [atMost(1, "packages", "Packages that an install adds", packages)],
        },
        {
          title: "On the disk",
          unit: "kB",
          baseline: OURS,
          rows: exactRows(values("kB"), [OURS], OURS),
          targets: [below(300, "kB", "What an install adds on the disk", kB)],
        },
      ]
    } finally {
      rmSync(home, { recursive: true, force: true })
    }
  },
} satisfies Measurement
