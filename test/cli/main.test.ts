import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { MAIN, run } from "./run-cli.ts"

test("--help lists the commands, and --version prints the version", async () => {
  const help = await run(["--help"])
  expect(help.code).toBe(0)
  for (const command of ["init", "emulator", "doctor", "whoami"])
    expect(help.stdout).toContain(`  ${command} `)
  expect(await run([])).toEqual(help)
  expect((await run(["--version"])).stdout).toBe(`${manifest.version}\n`)
})

test.each(["init", "emulator", "doctor", "whoami"])(
  "%s --help prints the same as the help command",
  async (name) => {
    const help = await run([name, "--help"])
    expect(help).toMatchObject({ code: 0, stderr: "" })
    expect(help.stdout).toMatch(new RegExp(`^Usage: authjs-bink ${name} `))
    expect(await run(["help", name])).toEqual(help)
  },
)

test.each([
  [["emulater"], 'Did you mean "emulator"?'],
  [["whomai"], 'Did you mean "whoami"?'],
  [["help", "docter"], 'Did you mean "doctor"?'],
  [["toString"], 'Unknown command: "toString"'],
  [["--verbose"], 'Unknown command: "--verbose"'],
  [["init", "--dryrun"], "Did you mean --dry-run?"],
  [["init", "-y"], "Unknown option: -y"],
  [["init", "--__proto__"], "Unknown option: --__proto__"],
  [["init", "--yes=no"], "--yes does not take a value"],
  [["emulator", "--port"], "--port requires a value"],
  [["emulator", "--port", "--open"], "--port requires a value"],
  [["emulator", "--port="], "--port requires a value"],
  [["emulator", "--port", "80800"], 'Invalid value for --port: "80800". Use an integer from 0 to 65535.'],
  [["emulator", "--state", "lost"], 'Invalid value for --state: "lost". Use one of: echo, drop.'],
  [
    ["emulator", "--redirect-uri", "/callback"],
    'Invalid value for --redirect-uri: "/callback". Use an absolute URL',
  ],
  [["doctor", "here"], 'Unexpected argument: "here"'],
  [["doctor", "--url", "localhost:3000"], "--url takes the address of your app"],
  [["whoami"], "BINK_TOKEN is not set"],
])("%j is a usage error: %s", async (args, expected) => {
  const { code, stdout, stderr } = await run(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/\n\s+at |node:internal/)
})

test("suggests no command for a word that resembles none", async () => {
  expect((await run(["xyzzy"])).stderr).not.toContain("Did you mean")
})

test("an unsupported Node version gets an error before any module is loaded", async () => {
  const versions = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.3" } })`
  const old = await run(["--version"], {
    nodeArgs: ["--import", `data:text/javascript,${encodeURIComponent(versions)}`],
  })
  expect(old).toMatchObject({ code: 1, stdout: "" })
  expect(old.stderr).toContain(
    `requires Node.js ${manifest.engines.node.replace(">=", "")} or newer, but runs on 20.18.3`,
  )
  // A static import would run before the version check.
  expect(readFileSync(MAIN, "utf8")).not.toMatch(/^import\b/m)
})

test("prints colours only to a terminal or with FORCE_COLOR", async () => {
  expect((await run(["nope"])).stderr).not.toContain("\u001b")
  expect((await run(["nope"], { env: { FORCE_COLOR: "1" } })).stderr).toContain("\u001b[31m")
  expect((await run(["nope"], { env: { FORCE_COLOR: "0" } })).stderr).not.toContain("\u001b")
})
