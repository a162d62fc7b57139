import { execFile, execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { promisify } from "node:util"
import { type BinkEmulatorServer, createBinkEmulator } from "authjs-bink/emulator"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test } from "vitest"

const ROOT = resolve(import.meta.dirname, "..")
const recipes = [
  ...readFileSync(resolve(ROOT, "docs/recipes/call-the-api.md"), "utf8").matchAll(/```(\w+)\n([\s\S]*?)```/g),
]
  .map(([, language = "", code = ""]) => ({ language, code }))
  .filter(({ code }) => !code.includes("npx "))

const PROGRAMS: Record<string, { program: string; needs: string[] }> = {
  ts: { program: process.execPath, needs: ["--version"] },
  python: { program: "python3", needs: ["-c", "import requests"] },
  sh: { program: "sh", needs: ["-c", "curl --version"] },
}

const profile = { name: null, email: null, avatar: null, plan: "FREE", verificationLevel: 1 } as const
const bink = createBinkEmulator({
  users: [{ ...profile, id: "u1", username: "federico" }],
  tokens: { bink_recipe: "u1" },
})
let server: BinkEmulatorServer
beforeAll(async () => {
  server = await bink.listen({ port: 0 })
})
afterAll(() => server.close())

function isInstalled(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

/** Runs a recipe with the emulator's address instead of Bink's. */
async function run(language: string, code: string, token: string) {
  const local = code.replaceAll("https://bink.link", server.url)
  const { program = "" } = PROGRAMS[language] ?? {}
  const args = language === "ts" ? ["--input-type=module", "-e", await bundle(local)] : ["-c", local]
  const env = { ...process.env, BINK_TOKEN: token, no_proxy: "*" }
  try {
    const { stdout } = await promisify(execFile)(program, args, { env })
    return { code: 0, stdout }
  } catch (error) {
    return error as { code: number; stdout: string }
  }
}

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: "ts", resolveDir: ROOT },
    alias: { "authjs-bink/api": resolve(ROOT, "src/api/index.ts") },
    // The recipe relies on the default address of `getBinkUser`.
    plugins: [
      {
        name: "emulator-address",
        setup({ onLoad }) {
          onLoad({ filter: /oauth.endpoints\.ts$/ }, ({ path }) => ({
            contents: readFileSync(path, "utf8").replace("https://bink.link", server.url),
            loader: "ts",
          }))
        },
      },
    ],
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
  })
  return outputFiles[0]?.text ?? ""
}

test("reads recipes for TypeScript, Python and cURL from the page", () => {
  expect(recipes.map(({ language }) => language)).toEqual(["ts", "ts", "ts", "python", "sh", "sh"])
})

for (const { language, code } of recipes) {
  const { program, needs } = PROGRAMS[language] as (typeof PROGRAMS)[string]
  const title = `${language} recipe prints the user, and fails for a revoked token: ${code.split("\n")[0]}`
  const skipped = isInstalled(program, needs) ? "" : ` (skipped: ${program} ${needs.join(" ")} fails)`

  test.skipIf(skipped !== "")(title + skipped, async () => {
    const good = await run(language, code, "bink_recipe")
    expect(good).toMatchObject({ code: 0 })
    expect(good.stdout).toContain(language === "sh" ? '"username":"federico"' : "Hello, federico!")

    const bad = await run(language, code, "bink_revoked")
    expect(bad.code).not.toBe(0)
    expect(bad.stdout).not.toContain("federico")
  })
}
