import { spawnSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { describe, expect, it } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import lock from "../../package-lock.json" with { type: "json" }
import { problems } from "../../scripts/check-release.ts"
import { dated } from "../../scripts/date-changelog.ts"

const ROOT = resolve(import.meta.dirname, "../..")
const read = (path: string) => readFileSync(join(ROOT, path), "utf8")
const run = (command: string, ...args: string[]) =>
  spawnSync(command, args, {
    cwd: ROOT,
    encoding: "utf8",
    shell: process.platform === "win32",
    // Nothing is asked of a registry.
    env: { ...process.env, npm_config_registry: "http://127.0.0.1:9", npm_config_fetch_retries: "0" },
  })

describe("the version", () => {
  it("is written in package.json, copied to the lock file by npm, and nowhere else", () => {
    expect([lock.version, lock.packages[""].version]).toEqual([manifest.version, manifest.version])
    const files = run("git", "grep", "-lE", String.raw`authjs-bink["@/ ]+[v^~]*[0-9]+\.[0-9]+\.[0-9]`)
    // A record says which version was measured: a machine wrote it, and the next run writes it again.
    const copies = ["package-lock.json", "docs/benchmarks.md"]
    expect(files.stdout.split("\n").filter((file) => file && !copies.includes(file))).toEqual([])
  })

  it("is what the command says", () => {
    expect(run(process.execPath, manifest.bin["authjs-bink"], "--version").stdout.trim()).toBe(
      manifest.version,
    )
  })

  it("is the changelog's newest, or what is unreleased comes after it", () => {
    const [newest, last] = [...read("CHANGELOG.md").matchAll(/^## (\S+)/gm)].map(([, name]) => name)
    expect([manifest.version, "Unreleased"]).toContain(newest)
    if (newest === "Unreleased" && last) expect(last).toBe(manifest.version)
  })
})

describe("npm publish", () => {
  it("has nothing to correct, and warns of nothing but that nobody is signed in", () => {
    const { status, stderr } = run("npm", "publish", "--dry-run", "--ignore-scripts", "--tag", "latest")
    expect(status, stderr).toBe(0)
    const warnings = stderr.split("\n").filter((line) => /^npm warn/i.test(line))
    expect(warnings.filter((line) => !line.includes("requires you to be logged in"))).toEqual([])
  })

  it("builds first, so that nobody publishes what an older source gave", () => {
    expect(manifest.scripts.prepack).toBe("npm run build")
  })
})

describe("npm version", () => {
  const day = "2026-01-31"

  it("dates what is unreleased, and leaves the rest alone", () => {
    const text = "# Changelog\n\n## Unreleased\n\n- One.\n\n## 0.1.0 (2026-01-01)\n\n- Zero.\n"
    expect(dated(text, "0.2.0", day)).toBe(text.replace("Unreleased", "0.2.0 (2026-01-31)"))
    expect(dated("## Unreleased\n\n- One.\n", "0.2.0", day)).toBe("## 0.2.0 (2026-01-31)\n\n- One.\n")
  })

  it.each(["# Changelog\n", "## Unreleased\n", "## Unreleased\n\n## 0.1.0\n\n- Zero.\n"])(
    "refuses a release of nothing: %j",
    (text) => expect(() => dated(text, "0.2.0", day)).toThrow(/nothing under "## Unreleased"/),
  )
})

describe("the check before publishing", () => {
  const release = {
    tag: "v1.2.3",
    manifest: { version: "1.2.3", repository: "github:owner/name" },
    changelog: "# Changelog\n\n## 1.2.3 (2026-01-31)\n",
  }

  it("lets a complete release pass", () => {
    expect(problems(release)).toEqual([])
  })

  it.each([
    [{ manifest: { version: "1.2.3" } }, /no "repository"/],
    [{ tag: "v1.2.4" }, /The tag is v1\.2\.4 and the version in package\.json is 1\.2\.3/],
    [{ tag: undefined }, /The tag is missing/],
    [{ changelog: "# Changelog\n\n## Unreleased\n" }, /begins with Unreleased, not with 1\.2\.3/],
    [{ changelog: "# Changelog\n" }, /begins with no release/],
  ])("says what is wrong: %j", (wrong, words) => {
    expect(problems({ ...release, ...wrong })).toEqual([expect.stringMatching(words)])
  })

  it("ends with an error that a workflow stops at", () => {
    const { status, stderr } = run(process.execPath, "scripts/check-release.ts", "v0.0.0-none")
    expect(status).toBe(1)
    expect(stderr).toContain("The tag is v0.0.0-none")
  })
})
