import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import lock from "../../package-lock.json" with { type: "json" }
import { releaseProblems } from "../../scripts/release/check-release.ts"
import { withReleaseHeading } from "../../scripts/release/date-changelog.ts"

const ROOT = resolve(import.meta.dirname, "../..")
const read = (path: string) => readFileSync(join(ROOT, path), "utf8")
const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
    // No request reaches a registry.
    env: { ...process.env, npm_config_registry: "http://127.0.0.1:9", npm_config_fetch_retries: "0" },
  })

describe("the version", () => {
  it("is only in package.json and the lock file", () => {
    expect([lock.version, lock.packages[""].version]).toEqual([manifest.version, manifest.version])
    const files = run("git", "grep", "-lE", String.raw`authjs-bink["@/ ]+[v^~]*[0-9]+\.[0-9]+\.[0-9]`)
    // The generated benchmarks page names the measured version.
    const copies = ["package-lock.json", "docs/benchmarks.md"]
    expect(files.stdout.split("\n").filter((file) => file && !copies.includes(file))).toEqual([])
  })

  it("is printed by authjs-bink --version", () => {
    expect(run(process.execPath, manifest.bin["authjs-bink"], "--version").stdout.trim()).toBe(
      manifest.version,
    )
  })

  it("is the newest release of the changelog, below unreleased entries", () => {
    const [newest, last] = [...read("CHANGELOG.md").matchAll(/^## (\S+)/gm)].map(([, name]) => name)
    expect([manifest.version, "Unreleased"]).toContain(newest)
    if (newest === "Unreleased" && last) expect(last).toBe(manifest.version)
  })
})

describe("npm publish", () => {
  it("corrects nothing in package.json and warns only about the missing login", () => {
    const { status, stderr } = run(
      "npm",
      "publish",
      "--dry-run",
      "--ignore-scripts",
      "--tag",
      "latest",
      "--loglevel",
      "notice",
    )
    expect(status, stderr).toBe(0)
    const warnings = stderr.split("\n").filter((line) => /^npm warn/i.test(line))
    expect(warnings.filter((line) => !line.includes("requires you to be logged in"))).toEqual([])
  })

  it("builds the package first", () => {
    expect(manifest.scripts.prepack).toBe("npm run build")
  })
})

describe("npm version", () => {
  const date = "2026-01-31"

  it("replaces the heading of the unreleased entries and nothing else", () => {
    const text = "# Changelog\n\n## Unreleased\n\n- One.\n\n## 0.1.0 (2026-01-01)\n\n- Zero.\n"
    expect(withReleaseHeading(text, "0.2.0", date)).toBe(text.replace("Unreleased", "0.2.0 (2026-01-31)"))
    expect(withReleaseHeading("## Unreleased\n\n- One.\n", "0.2.0", date)).toBe(
      "## 0.2.0 (2026-01-31)\n\n- One.\n",
    )
  })

  it.each(["# Changelog\n", "## Unreleased\n", "## Unreleased\n\n## 0.1.0\n\n- Zero.\n"])(
    "rejects a release without entries: %j",
    (text) =>
      expect(() => withReleaseHeading(text, "0.2.0", date)).toThrow(
        /^Missing entries under "## Unreleased" in CHANGELOG\.md\./,
      ),
  )
})

describe("check-release", () => {
  const release = {
    tag: "v1.2.3",
    manifest: { version: "1.2.3", repository: "github:owner/name" },
    changelog: "# Changelog\n\n## 1.2.3 (2026-01-31)\n",
  }

  it("accepts a complete release", () => {
    expect(releaseProblems(release)).toEqual([])
  })

  it.each([
    [{ manifest: { version: "1.2.3" } }, /^Missing "repository" in package\.json\./],
    [{ tag: "v1.2.4" }, /^Tag v1\.2\.4 does not match version 1\.2\.3 in package\.json\./],
    [{ tag: undefined }, /^Tag \(none\) does not match version 1\.2\.3/],
    [
      { changelog: "# Changelog\n\n## Unreleased\n" },
      /^The first release in CHANGELOG\.md is Unreleased, not 1\.2\.3\./,
    ],
    [{ changelog: "# Changelog\n" }, /^The first release in CHANGELOG\.md is missing, not 1\.2\.3\./],
  ])("reports the problem: %j", (wrong, message) => {
    expect(releaseProblems({ ...release, ...wrong })).toEqual([expect.stringMatching(message)])
  })

  it("exits with status 1 and prints the problem", () => {
    const { status, stderr } = run(process.execPath, "scripts/release/check-release.ts", "v0.0.0-none")
    expect(status).toBe(1)
    expect(stderr).toContain("Tag v0.0.0-none does not match version")
  })
})
