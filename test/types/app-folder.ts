import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, resolve } from "node:path"
import { copyPackage } from "../helpers/npm.ts"

const ROOT = resolve(import.meta.dirname, "../..")

/** The packages of a Next.js app. */
export const NEXT = {
  next: "next",
  react: "react",
  "@types/react": "@types/react",
  "@types/node": "@types/node",
}

/** The installed packages of each app: the name in the app, and the name in this repository. */
export const APPS = {
  "next-auth-5": { "next-auth": "next-auth", ...NEXT },
  "next-auth-4": { "next-auth": "next-auth-4", ...NEXT },
  "auth-core": { "@auth/core": "@auth/core" },
  express: { "@auth/core": "@auth/core", "@auth/express": "@auth/express", express: "@types/express" },
  sveltekit: { "@auth/core": "@auth/core", "@auth/sveltekit": "@auth/sveltekit" },
  neither: {},
} satisfies Record<string, Record<string, string>>

const folders: string[] = []

/**
 * Creates a folder outside of this repository, so that no other package of the repository can be resolved.
 *
 * @param packages Names or paths of installed packages, by the name in the app.
 */
export function createAppFolder(packages: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "authjs-bink-types-"))
  folders.push(folder)
  copyPackage(join(folder, "node_modules"))
  for (const [name, source] of Object.entries(packages)) {
    mkdirSync(dirname(join(folder, "node_modules", name)), { recursive: true })
    symlinkSync(folderOf(source), join(folder, "node_modules", name))
  }
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }')
  return folder
}

/** Deletes all folders of {@link createAppFolder}. */
export function deleteAppFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
}

/** Writes a `tsconfig` file, and returns its name. */
export function writeProject(folder: string, name: string, files: string[], options: object): string {
  const compilerOptions = {
    target: "es2022",
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: [],
    jsx: "preserve",
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    module: "esnext",
    moduleResolution: "bundler",
    ...options,
  }
  writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files }))
  return `${name}.json`
}

/** Returns the folder of a package. npm installs some packages of an example in the example's own folder. */
function folderOf(name: string): string {
  const inExample = resolve(ROOT, "examples/sveltekit/node_modules", name)
  return existsSync(inExample) ? inExample : resolve(ROOT, "node_modules", name)
}
