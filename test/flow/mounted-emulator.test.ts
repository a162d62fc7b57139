import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type App, freePort, startApp } from "../../scripts/demo/app.ts"
import { ROOT } from "../../scripts/run.ts"

const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"
/** Inside the repository, so that Next.js resolves its packages. Ignored by git. */
const directory = join(ROOT, ".cache/mounted-emulator")

/** The route handler of docs/reference/emulator.md. The client's name tells the test which version responds. */
const handler = (name: string) => `
  import { createBinkEmulator } from "authjs-bink/emulator"
  const redirectUris = [${JSON.stringify(REDIRECT_URI)}]
  const emulator = createBinkEmulator({
    key: "dev",
    clients: [{ clientId: "demo-client", clientSecret: "demo-secret", name: ${JSON.stringify(name)}, redirectUris }],
  })
  export const GET = emulator.fetch
  export const POST = emulator.fetch
`

function write(path: string, content: string): void {
  mkdirSync(dirname(join(directory, path)), { recursive: true })
  writeFileSync(join(directory, path), content)
}

let app: App
beforeAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  write("package.json", JSON.stringify({ type: "module", private: true }))
  // Without it, Next.js would use the repository's tsconfig.json, whose paths point at the sources.
  write("jsconfig.json", JSON.stringify({ compilerOptions: {} }))
  write(
    "next.config.js",
    `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, agentRules: false }`,
  )
  write("app/layout.jsx", "export default ({ children }) => <html lang='en'><body>{children}</body></html>")
  write("app/page.jsx", "export default () => <p>An app</p>")
  write("app/dev/bink/[...path]/route.js", handler("Before"))
  app = await startApp({ command: "dev", port: await freePort(0), env: {}, directory })
})
afterAll(async () => {
  await app?.stop()
  rmSync(directory, { recursive: true, force: true })
})

it("works as a route handler of a Next.js app and keeps its state across a hot reload", async () => {
  const base = `${app.url}/dev/bink`
  const authorize = `${base}/api/oauth/authorize?${new URLSearchParams({
    client_id: "demo-client",
    redirect_uri: REDIRECT_URI,
    response_type: "code",
  })}`
  const login = await fetch(authorize)
  const html = await login.text()
  expect(html).toContain("to continue to <strong>Before</strong>")
  const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? ""
  const [, transaction = ""] = /name="transaction" value="(\w+)"/.exec(html) ?? []
  const [, action = ""] = /action="([^"]+)"/.exec(html) ?? []

  write("app/dev/bink/[...path]/route.js", handler("After"))
  await expect.poll(async () => (await fetch(authorize)).text(), { timeout: 30_000 }).toContain("After")

  // A sign-in that started before the reload can be completed after it.
  const post = (path: string, fields: Record<string, string>) =>
    fetch(new URL(path, app.url), {
      method: "POST",
      headers: { cookie, origin: app.url },
      body: new URLSearchParams({ transaction, ...fields }),
      redirect: "manual",
    })
  const signedIn = await post(action, { person: "cmbink00000000000000kwame" })
  expect(signedIn.headers.get("location")).toMatch(/^\/dev\/bink\/consent\?/)
  const allowed = await post("/dev/bink/consent", { decision: "allow" })
  const code = new URL(allowed.headers.get("location") ?? "").searchParams.get("code") ?? ""
  const token = await fetch(`${base}/api/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id: "demo-client",
      client_secret: "demo-secret",
      redirect_uri: REDIRECT_URI,
    }),
  })
  const { access_token } = await token.json()
  const user = await fetch(`${base}/api/oauth/user`, { headers: { Authorization: `Bearer ${access_token}` } })
  const { name, avatar } = await user.json()
  expect(name).toBe("Kwame Mensah")
  expect((await fetch(avatar)).headers.get("content-type")).toBe("image/svg+xml")
}, 120_000)
