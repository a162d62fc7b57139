import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { MAIN, run } from "./authjs-bink.ts"

test("says what there is, and what version it is", async () => {
  const help = await run(["--help"])
  expect(help.code).toBe(0)
  for (const command of ["init", "emulator", "doctor", "whoami"])
    expect(help.stdout).toContain(`  ${command} `)
  expect(await run([])).toEqual(help)
  expect((await run(["--version"])).stdout).toBe(`${manifest.version}\n`)
})

test.each(["init", "emulator", "doctor", "whoami"])(
  "%s explains itself, whichever way it is asked",
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
  [["toString"], '"toString" is no command'],
  [["--verbose"], '"--verbose" is no command'],
  [["init", "--dryrun"], "Did you mean --dry-run?"],
  [["init", "-y"], "-y is no option here"],
  [["init", "--__proto__"], "--__proto__ is no option here"],
  [["init", "--yes=no"], "--yes takes no value"],
  [["emulator", "--port"], "--port needs a value"],
  [["emulator", "--port", "--open"], "--port needs a value"],
  [["emulator", "--port="], "--port needs a value"],
  [["emulator", "--port", "80800"], "from 0 to 65535"],
  [["emulator", "--state", "lost"], "--state takes echo or drop"],
  [["emulator", "--redirect-uri", "/callback"], "--redirect-uri takes a whole address"],
  [["doctor", "here"], '"here" is one argument more'],
  [["doctor", "--url", "localhost:3000"], "--url takes the address of your app"],
  [["whoami"], "BINK_TOKEN is not set"],
])("%j is answered with what is meant, and 2", async (args, expected) => {
  const { code, stdout, stderr } = await run(args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" })
  expect(stderr).toContain(expected)
  expect(stderr).not.toMatch(/\n\s+at |node:internal/)
})

test("what did you mean is left unsaid where nothing is near", async () => {
  expect((await run(["xyzzy"])).stderr).not.toContain("Did you mean")
})

test("an old Node is told what it needs, before anything is loaded that it could not read", async () => {
  const versions = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.3" } })`
  const old = await run(["--version"], {
    nodeArgs: ["--import", `data:text/javascript,${encodeURIComponent(versions)}`],
  })
  expect(old).toMatchObject({ code: 1, stdout: "" })
  expect(old.stderr).toContain(
    `needs Node.js ${manifest.engines.node.replace(">=", "")} or newer, and this is 20.18.3`,
  )
  // A static import would run before the first line of the file.
  expect(readFileSync(MAIN, "utf8")).not.toMatch(/^import\b/m)
})

test("colours are for terminals, and for whoever insists", async () => {
  expect((await run(["nope"])).stderr).not.toContain("\u001b")
  expect((await run(["nope"], { env: { FORCE_COLOR: "1" } })).stderr).toContain("\u001b[31m")
  expect((await run(["nope"], { env: { FORCE_COLOR: "0" } })).stderr).not.toContain("\u001b")
})
