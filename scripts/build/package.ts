/** `npm run build`: builds the package into `dist`. */
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import manifest from "../../package.json" with { type: "json" }
import { ROOT, runBuild } from "../run.ts"
import { isOutdated } from "./outdated.ts"

/** Builds the package: scripts and styles with tsup, declarations with tsc. */
export async function buildPackage(): Promise<void> {
  rmSync(join(ROOT, "dist"), { recursive: true, force: true })
  await Promise.all([
    runBuild(process.execPath, ["node_modules/tsup/dist/cli-default.js", "--silent"]),
    runBuild(process.execPath, ["node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json"]),
  ])
  removeUnreachableFiles()
  writeLicenses()
}

/** Whether `dist` is missing or older than its sources. */
export function isPackageOutdated(): boolean {
  const sources = ["src", "package.json", "tsup.config.ts", "tsconfig.json", "tsconfig.build.json"]
  return isOutdated(ROOT, ["dist/index.d.ts"], sources)
}

/**
 * Removes the files of `dist` that no entry of the package imports. tsc writes a declaration for every source file,
 * the internals of the CLI and the emulator included, which are a tenth of the package's size.
 */
function removeUnreachableFiles(): void {
  const entries = Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === "string" ? [entry] : Object.values(entry),
  )
  const reached = new Set([...entries, ...Object.values(manifest.bin)].map((file) => resolve(ROOT, file)))
  for (const file of reached) {
    // The package tests report a missing entry.
    if (!existsSync(file)) continue
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
      /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g,
    )) {
      const target = resolve(dirname(file), specifier)
      reached.add(file.endsWith(".d.ts") ? target.replace(/\.js$/, ".d.ts") : target)
    }
  }
  for (const file of globSync("dist/**/*.{js,d.ts}", { cwd: ROOT })) {
    if (!reached.has(resolve(ROOT, file))) rmSync(join(ROOT, file))
  }
}

/** The packages that the CLI's files contain. `sourcemap-codec` is part of magic-string, and Next.js has the license of its loader. */
const BUNDLED = {
  acorn: "acorn",
  "@sveltejs/acorn-typescript": "@sveltejs/acorn-typescript",
  "magic-string": "magic-string",
  "@jridgewell/sourcemap-codec": "@jridgewell/sourcemap-codec",
  "@next/env": "next",
}

/** Writes the licenses of the bundled packages, which their authors require. */
function writeLicenses(): void {
  const texts = Object.entries(BUNDLED).map(([name, source]) => {
    const { version, license, author } = JSON.parse(
      readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8"),
    )
    const [file] = globSync("{LICENSE,license}*", { cwd: join(ROOT, "node_modules", source) })
    const text = file
      ? readFileSync(join(ROOT, "node_modules", source, file), "utf8").trim()
      : `Copyright ${author?.name ?? author}`
    return `${name} ${version} (${license})\n\n${text}\n`
  })
  writeFileSync(join(ROOT, "dist/cli/third-party-licenses.txt"), texts.join("\n---\n\n"))
}

if (import.meta.main) {
  try {
    await buildPackage()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
