import { execFileSync } from "node:child_process"
import { mkdirSync, writeFileSync } from "node:fs"
import type { Server } from "node:http"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { startBink } from "authjs-bink/testing"
import { build } from "esbuild"
import { afterAll, beforeAll, expect, test, vi } from "vitest"
import { freePort } from "../../scripts/demo/app.ts"
import { installFixture } from "../helpers/fixtures.ts"
import { copyPackage } from "../helpers/npm.ts"
import { ROOT, readBlocks } from "./blocks.ts"

/** Compiles the recipes of the page "OAuth client" and signs in with each, in the frameworks that they are for. */
const recipes = readBlocks("docs/get-started/oauth-client.md").filter(({ path }) => path)

type Handler = (request: Request) => Response | Promise<Response>
// biome-ignore lint/suspicious/noExplicitAny: the recipes export what their frameworks need
type Loaded = Record<string, any>

/** How to send a request to each recipe. `undefined`: it listens on the port. */
const HANDLERS: Record<string, (loaded: Loaded, directory: string) => Promise<Handler | undefined>> = {
  "hono.ts": async ({ default: app }) => app.fetch,
  "react-router.ts": async ({ signIn, callback }, directory) => {
    const { createStaticHandler } = await importFrom(directory, "react-router")
    const { queryRoute } = createStaticHandler([
      { path: "/sign-in", loader: signIn },
      { path: "/callback", loader: callback },
    ])
    return (request) =>
      queryRoute(request).catch((thrown: unknown) =>
        // A redirect is thrown.
        thrown instanceof Response ? thrown : Promise.reject(thrown),
      )
  },
  "elysia.ts": async ({ app }) => app.handle,
  "fastify.ts": async () => undefined,
  "node-http.ts": async () => undefined,
  "worker.ts":
    async ({ default: worker }) =>
    (request) =>
      worker.fetch(request, process.env),
}

let directory: string
let port: number
let bink: Awaited<ReturnType<typeof startBink>>
beforeAll(async () => {
  directory = installFixture("frameworks")
  copyPackage(join(directory, "node_modules"))
  port = await freePort(0)
  bink = await startBink({ appUrl: `http://localhost:${port}`, pkce: "require" })
  for (const [name, value] of Object.entries(bink.env)) vi.stubEnv(name, value)
  mkdirSync(join(directory, "recipes"), { recursive: true })
  for (const { path = "", text } of recipes) {
    writeFileSync(join(directory, "recipes", path), text.replaceAll("3000", String(port)))
  }
}, 120_000)
afterAll(async () => {
  vi.unstubAllEnvs()
  await bink?.close()
})

test("the page has a recipe for each framework, of at most 25 lines", () => {
  expect(recipes.map(({ path }) => path)).toEqual(Object.keys(HANDLERS))
  for (const { path, text } of recipes) {
    // Without the comment with the path, and without empty lines.
    const lines = text.split("\n").filter((line) => line.trim() && !line.startsWith("// "))
    expect(lines.length, path).toBeLessThanOrEqual(25)
  }
})

test("the recipes compile", () => {
  const options = {
    strict: true,
    module: "nodenext",
    target: "es2022",
    lib: ["esnext", "dom"],
    types: ["node"],
    noEmit: true,
    skipLibCheck: true,
    typeRoots: [join(ROOT, "node_modules/@types")],
  }
  writeFileSync(
    join(directory, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, include: ["recipes/*.ts"] }),
  )
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc")
  expect(() =>
    execFileSync(process.execPath, [tsc, "-p", directory, "--pretty", "false"], { encoding: "utf8" }),
  ).not.toThrow()
})

test.each(recipes)(
  "$path signs a user in, and refuses a callback without the cookie",
  async ({ path = "" }) => {
    const outfile = join(directory, "recipes", path.replace(/\.ts$/, ".js"))
    await build({
      entryPoints: [join(directory, "recipes", path)],
      outfile,
      format: "esm",
      tsconfigRaw: "{}",
    })
    const loaded: Loaded = await import(pathToFileURL(outfile).href)
    const handler =
      (await HANDLERS[path]?.(loaded, directory)) ?? ((request) => fetch(request, { redirect: "manual" }))
    const send = (url: string, cookie = "") =>
      handler(new Request(url, { headers: { cookie }, redirect: "manual" }))
    try {
      const start = await send(`http://localhost:${port}/sign-in`)
      expect(start.status).toBe(302)
      const [line = ""] = start.headers.getSetCookie()
      expect(line).toMatch(/HttpOnly/i)
      expect(line).toMatch(/SameSite=Lax/i)
      const cookie = line.split(";")[0] ?? ""
      const url = new URL(start.headers.get("location") ?? "")
      url.searchParams.set("login_hint", "yuki")
      bink.emulator.reset()
      await fetch(`${bink.url}/_bink/consent`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ user: "yuki", decision: "approve" }),
      })
      const authorization = await fetch(url, { redirect: "manual" })
      const callback = authorization.headers.get("location") ?? ""

      if (path !== "node-http.ts") {
        const refused = await Promise.resolve(send(callback)).then(
          async (response) => `${response.status} ${await response.text()}`,
          (error) => error.code,
        )
        expect(refused).not.toContain("Hello")
        expect(bink.emulator.requests().map(({ endpoint }) => endpoint)).toEqual(["authorize"])
      }
      const response = await send(callback, cookie)
      expect(await response.text()).toBe("Hello, Yuki Tanaka!")
      expect(response.headers.getSetCookie()[0]).toMatch(/Max-Age=0|Expires=Thu, 01 Jan 1970/i)
    } finally {
      await loaded.app?.close?.()
      await new Promise((resolve) =>
        loaded.server ? (loaded.server as Server).close(resolve) : resolve(undefined),
      )
    }
  },
)

async function importFrom(directory: string, name: string): Promise<Loaded> {
  const outfile = join(directory, `recipes/import-${name}.js`)
  writeFileSync(outfile, `export * from "${name}"\n`)
  return import(pathToFileURL(outfile).href)
}
