import { spawn } from "node:child_process"
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { text } from "node:stream/consumers"
import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freePort, randomSecret } from "../../scripts/demo/app.ts"
import { emulatorEnvironment } from "../../scripts/demo/emulator.ts"
import {
  EXAMPLES,
  type Example,
  exampleDirectory,
  installExample,
  runExampleScript,
  startProgram,
} from "../../scripts/demo/example-apps.ts"
import { ROOT } from "../../scripts/run.ts"
import {
  type AppUnderTest,
  signIn,
  startAppUnderTest,
  toConsent,
  USERS,
  violationsInBothSchemes,
} from "../helpers/app-under-test.ts"

const isSelected = (name: Example) => process.env.TEST_EXAMPLES === "all" || !("isSlow" in EXAMPLES[name])
const names = (Object.keys(EXAMPLES) as Example[]).filter(isSelected)
/** Their sign-in and sign-out forms need no JavaScript. */
const withoutJavaScript: string[] = ["sveltekit", "hono", "nuxt", "react-router", "fastify"]
/** There are no routes of Auth.js or Better Auth for the doctor. */
const withoutAuthLibrary: string[] = ["nuxt", "react-router", "fastify"]
/** Lines of react-router-serve, which logs the URL of each request. Its guide says so. */
const ACCESS_LOG = /^(GET|POST) \/.*$/gm
const heading = (page: Page) => page.getByRole("heading", { level: 1 })
const button = (page: Page) => page.getByRole("button", { name: "Sign in with Bink" })

/** Builds and starts an example or a copy. Each browser context has its own client address, as behind a proxy. */
async function startExample(name: Example, directory = exampleDirectory(name)): Promise<AppUnderTest> {
  await installExample(name)
  await runExampleScript(directory, "build")
  const { env, basePath } = { env: () => ({}), ...EXAMPLES[name] }
  const app = await startAppUnderTest({
    basePath,
    directory,
    program: startProgram(directory),
    env: (url) => ({ ...env(url), DATABASE: ":memory:", TRUST_PROXY: "loopback" }),
  })
  let contexts = 0
  return {
    ...app,
    open: (options) =>
      app.open({ extraHTTPHeaders: { "x-forwarded-for": `192.0.2.${++contexts}` }, ...options }),
  }
}

async function isSignedIn(page: Page): Promise<boolean> {
  await page.goto("/")
  return (await page.getByRole("button", { name: "Sign out" }).count()) > 0
}

async function signInAs(page: Page, user: string): Promise<void> {
  await signIn(page, user)
  await page.getByRole("button", { name: "Sign out" }).waitFor()
}

async function deny(page: Page, user: string): Promise<void> {
  await page.goto("/")
  await toConsent(page, user)
  await page.getByRole("button", { name: "Deny" }).click()
  await page.waitForURL(/\?error=/)
}

describe.each(names)("%s", (name) => {
  let app: AppUnderTest
  beforeAll(async () => {
    app = await startExample(name)
  })
  afterAll(() => app?.close())

  it("compiles with strict TypeScript and without casts", { timeout: 180_000 }, async () => {
    const directory = exampleDirectory(name)
    await runExampleScript(directory, "typecheck")
    const auth = ["auth.ts", "auth.config.ts", "src/auth.ts", "server/utils/bink.ts", "app/session.server.ts"]
      .map((file) => join(directory, file))
      .find((file) => existsSync(file))
    expect(readFileSync(String(auth), "utf8")).not.toMatch(/\bas (?!const)|@ts-/)
  })

  it.each([
    { user: USERS.unverified, badge: null },
    { user: USERS.verified, badge: "Passkey-verified by Bink" },
    { user: USERS.trusted, badge: "Trusted by Bink" },
  ])("signs in $user, shows the badge and gates a page by level", async ({ user, badge }) => {
    const { page, consoleErrors } = await app.open()
    await signInAs(page, user)
    expect(page.url()).toBe(`${app.url}/`)
    expect(await heading(page).textContent()).toContain(`Hello, ${user}`)
    const badges = heading(page).getByRole("img")
    if (badge) expect(await badges.getAttribute("aria-label")).toBe(badge)
    else expect(await badges.count()).toBe(0)
    await page.waitForLoadState("networkidle")
    expect(consoleErrors).toEqual([])

    const [response] = await Promise.all([
      page.waitForResponse((response) => response.url().includes("/verified")),
      page.getByRole("link", { name: "Verified members" }).click(),
    ])
    const words = badge ? "You have access" : "Verified members only"
    await expect.poll(() => heading(page).textContent()).toBe(words)
    if (response.request().isNavigationRequest()) expect(response.status()).toBe(badge ? 200 : 403)
    expect((await page.request.get("/verified")).status()).toBe(badge ? 200 : 403)
    if (badge) expect(consoleErrors).toEqual([])
  })

  if (name === "express") {
    it("uses an https redirect URI behind a proxy that terminates TLS", async () => {
      const headers = { "x-forwarded-proto": "https", "x-auth-return-redirect": "1" }
      const csrf = await fetch(`${app.url}/auth/csrf`, { headers })
      const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0])
      const { csrfToken } = await csrf.json()
      const start = await fetch(`${app.url}/auth/signin/bink`, {
        method: "POST",
        headers: { ...headers, cookie: cookie.join("; ") },
        body: new URLSearchParams({ csrfToken }),
      })
      const { searchParams } = new URL((await start.json()).url)
      const { host } = new URL(app.url)
      expect(searchParams.get("redirect_uri")).toBe(`https://${host}/auth/callback/bink`)
    })
  }

  if (withoutJavaScript.includes(name)) {
    it("signs in and out without JavaScript", async () => {
      const { page } = await app.open({ javaScriptEnabled: false })
      await signInAs(page, USERS.verified)
      await page.getByRole("link", { name: "Verified members" }).click()
      expect(await heading(page).textContent()).toBe("You have access")
      await page.goBack()
      await page.getByRole("button", { name: "Sign out" }).click()
      await button(page).waitFor()
    })
  }

  // Better Auth requires an e-mail address by default: see below.
  if (name !== "better-auth") {
    it("signs in a user whose profile has only an id", async () => {
      const { page, consoleErrors } = await app.open()
      await signInAs(page, USERS.idOnly)
      expect(await heading(page).textContent()).toMatch(/^Hello, Bink user\s*$/)
      expect(await heading(page).getByRole("img").count()).toBe(0)
      expect(consoleErrors).toEqual([])
    })
  }

  it("responds with 403 to the verified page without a session", async () => {
    const { page } = await app.open()
    expect((await page.goto("/verified"))?.status()).toBe(403)
    expect(await heading(page).textContent()).toBe("Verified members only")
  })

  it("shows a message on the start page after the user denies access, and allows another attempt", async () => {
    const { page, consoleErrors } = await app.open()
    await deny(page, USERS.trusted)
    expect(new URL(page.url()).searchParams.get("code")).toBeNull()
    expect(await page.getByRole("alert").first().textContent()).toMatch(/^You declined/)
    await page.waitForLoadState("networkidle")
    expect(consoleErrors).toEqual([])

    await toConsent(page, USERS.trusted)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.getByRole("button", { name: "Sign out" }).waitFor()
    expect(page.url()).toBe(`${app.url}/`)
  })

  it("shows an error and creates no session if the user endpoint fails with 503", async () => {
    const { page } = await app.open()
    const removeFault = app.emulator.faults.add({ endpoint: "user", status: 503 })
    await signIn(page, USERS.trusted)
    await page.waitForURL(/\?error=/)
    removeFault()
    expect(new URL(page.url()).searchParams.get("code")).toBeNull()
    expect(await heading(page).textContent()).toBe("You are not signed in")
    expect(await isSignedIn(page)).toBe(false)
  })

  if (!withoutAuthLibrary.includes(name)) {
    it("doctor reports no error", async () => {
      const main = join(ROOT, "dist/cli/main.js")
      const url = app.url + EXAMPLES[name].basePath
      const doctor = spawn(process.execPath, [main, "doctor", "--json", "--url", url], {
        cwd: exampleDirectory(name),
        env: {
          ...process.env,
          ...emulatorEnvironment(app.emulatorUrl),
          AUTH_SECRET: randomSecret(),
          BETTER_AUTH_SECRET: randomSecret(),
        },
      })
      const { findings } = JSON.parse(await text(doctor.stdout)) as {
        findings: { level: string; code: string; message: string }[]
      }
      expect(findings.filter(({ level }) => level === "error")).toEqual([])
      expect(findings.find(({ code }) => code === "client_registered")?.level).toBe("ok")
    })
  }

  it("rejects a callback with a forged state and shows neither code nor state", async () => {
    const { page } = await app.open()
    await page.goto(`${EXAMPLES[name].basePath}/callback/bink?code=stolen&state=forged`)
    await page.waitForURL(/\/\?error=/)
    expect(page.url()).not.toMatch(/stolen|forged/)
    expect(await heading(page).textContent()).toBe("You are not signed in")
    expect(app.log().replace(ACCESS_LOG, "")).not.toContain("stolen")
    expect(await isSignedIn(page)).toBe(false)
  })

  it("signs out, and Back does not restore the session", async () => {
    const { page, consoleErrors } = await app.open()
    await signInAs(page, USERS.verified)
    await page.getByRole("link", { name: "Verified members" }).click()
    await expect.poll(() => heading(page).textContent()).toBe("You have access")
    await page.getByRole("link", { name: "Back to the start page" }).click()
    await page.getByRole("button", { name: "Sign out" }).click()
    await button(page).waitFor()
    expect(consoleErrors).toEqual([])
    await page.goBack()
    await page.waitForLoadState("networkidle")
    expect(await page.getByText(USERS.verified).count()).toBe(0)
    expect((await page.request.get("/verified")).status()).toBe(403)
    expect(await isSignedIn(page)).toBe(false)
  })

  it("shows an idle button after Back from the login page", async () => {
    const { page, consoleErrors } = await app.open()
    await page.goto("/")
    await button(page).click()
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await page.goBack()
    await expect.poll(() => button(page).getAttribute("aria-busy")).not.toBe("true")
    await toConsent(page, USERS.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.getByRole("button", { name: "Sign out" }).waitFor()
    expect(consoleErrors).toEqual([])
  })

  it("sends state, PKCE and this app's redirect URI", async () => {
    const { page } = await app.open()
    await signInAs(page, USERS.verified)
    const authorize = app.emulator.requests().findLast(({ endpoint }) => endpoint === "authorize")
    const { basePath } = EXAMPLES[name]
    expect(authorize?.params).toMatchObject({
      redirect_uri: `${app.url}${basePath}/callback/bink`,
      code_challenge_method: "S256",
      state: expect.any(String),
    })
  })

  it("forbids framing and caching", async () => {
    const { page } = await app.open()
    const headers = (await page.goto("/"))?.headers() ?? {}
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers["cache-control"]).toContain("no-store")
    expect(headers).not.toHaveProperty("x-powered-by")
  })

  it("has no axe violations and fits a width of 320 px, light and dark", { timeout: 120_000 }, async () => {
    const { page } = await app.open({ viewport: { width: 320, height: 640 } })
    const found: string[] = []
    const check = async (path: string) => {
      await page.goto(path, { waitUntil: "networkidle" })
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
        found.push(`${path} scrolls horizontally`)
      }
      found.push(...(await violationsInBothSchemes(page)))
    }
    for (const path of ["/", "/?error=access_denied", "/verified"]) await check(path)
    await signInAs(page, USERS.trusted)
    for (const path of ["/", "/verified"]) await check(path)
    expect(found).toEqual([])
  })

  it("has a README with its command and with files that exist", () => {
    const directory = exampleDirectory(name)
    const readme = readFileSync(join(directory, "README.md"), "utf8")
    const files = [...readme.matchAll(/^\| `([^`]+)`/gm)].map(([, file]) => file)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) expect(existsSync(join(directory, String(file))), file).toBe(true)
    expect(readme).toContain(`npm run example ${name}`)
  })
})

describe("better-auth, features of its user database", () => {
  let app: AppUnderTest
  beforeAll(async () => {
    app = await startExample("better-auth")
  })
  afterAll(() => app?.close())

  it("rejects a user without an e-mail address and shows the cause on the page and in the log", async () => {
    const { page, consoleErrors } = await app.open()
    await signIn(page, USERS.idOnly)
    await page.waitForURL("/?error=email_not_found")
    expect(await page.getByRole("alert").first().textContent()).toMatch(
      /^Your Bink profile has no email address/,
    )
    expect(app.log()).toContain('missingEmail: "placeholder"')
    expect(consoleErrors).toEqual([])
    expect(await isSignedIn(page)).toBe(false)
  })

  it("updates the level at the next sign-in", async () => {
    const first = await app.open()
    await signInAs(first.page, USERS.verified)
    expect((await first.page.request.get("/verified")).status()).toBe(200)

    app.emulator.faults.add({ endpoint: "user", times: 1, status: 200, body: JSON.stringify(KWAME) })
    const second = await app.open()
    await signInAs(second.page, USERS.verified)
    expect(await heading(second.page).getByRole("img").count()).toBe(0)
    expect((await second.page.request.get("/verified")).status()).toBe(403)
    // The level belongs to the user, so it changes in every session.
    expect((await first.page.request.get("/verified")).status()).toBe(403)
  })

  const KWAME = {
    id: "cmbink00000000000000kwame",
    name: "Kwame Mensah",
    email: "kwame@example.com",
    username: "kwame",
    avatar: null,
    plan: "FREE",
    verificationLevel: 0,
  }

  it("rejects a request that sets the level", async () => {
    const { page } = await app.open()
    await signInAs(page, USERS.unverified)
    const update = (data: object) =>
      page.request.post("/api/auth/update-user", { data, headers: { origin: app.url } })
    const refused = await update({ verificationLevel: 2 })
    expect(refused.status()).toBe(400)
    expect(await refused.json()).toMatchObject({ code: "FIELD_NOT_ALLOWED" })
    expect((await update({ name: "Mia" })).status()).toBe(200)
    expect((await page.request.get("/verified")).status()).toBe(403)
  })

  it("limits attempts per client address of the proxy and shows a message", async () => {
    const { page } = await app.open()
    for (let i = 0; i < 4; i++) {
      await page.goto("/")
      await page.waitForLoadState("networkidle")
      await button(page).click()
      await page.waitForURL((url) => url.pathname !== "/" || url.search !== "")
    }
    expect(await page.getByRole("alert").first().textContent()).toMatch(/^Too many attempts/)
    await signInAs((await app.open()).page, USERS.trusted)
  })
})

describe('better-auth, with missingEmail: "placeholder"', () => {
  const directory = join(ROOT, ".cache/better-auth-placeholder")
  let app: AppUnderTest
  beforeAll(async () => {
    const original = exampleDirectory("better-auth")
    rmSync(directory, { recursive: true, force: true })
    cpSync(original, directory, {
      recursive: true,
      filter: (path) => !["node_modules", "dist"].includes(basename(path)),
    })
    const auth = readFileSync(join(directory, "auth.ts"), "utf8")
    expect(auth).toContain("[bink()]")
    writeFileSync(join(directory, "auth.ts"), auth.replace("bink()", 'bink({ missingEmail: "placeholder" })'))
    app = await startExample("better-auth", directory)
  })
  afterAll(() => app?.close())

  it("signs in a user without an e-mail address as the same database user each time", async () => {
    const ids: string[] = []
    for (let i = 0; i < 2; i++) {
      const { page, consoleErrors } = await app.open()
      await signInAs(page, USERS.idOnly)
      expect(await heading(page).textContent()).toMatch(/^Hello, Bink user\s*$/)
      const { user } = await (await page.request.get("/api/auth/get-session")).json()
      expect(user.email).toBe("cmbink000000000000nothing@bink.invalid")
      ids.push(user.id)
      expect(consoleErrors).toEqual([])
    }
    expect(new Set(ids).size).toBe(1)
  })
})

describe("the ten lines of docs/get-started/hono.md", () => {
  const directory = join(ROOT, ".cache/hono-ten-lines")
  let app: AppUnderTest
  beforeAll(async () => {
    await installExample("hono")
    const guide = readFileSync(join(ROOT, "docs/get-started/hono.md"), "utf8")
    const [, code = ""] = /^Save this file as `server.ts`:\n\n```ts\n(.*?)^```$/ms.exec(guide) ?? []
    expect(code.match(/^.+$/gm)?.length).toBeLessThanOrEqual(10)
    rmSync(directory, { recursive: true, force: true })
    mkdirSync(directory, { recursive: true })
    symlinkSync(join(exampleDirectory("hono"), "node_modules"), join(directory, "node_modules"), "junction")
    cpSync(join(exampleDirectory("hono"), "tsconfig.json"), join(directory, "tsconfig.json"))
    writeFileSync(join(directory, "package.json"), '{ "type": "module", "scripts": { "typecheck": "tsc" } }')
    // The guide's app listens on port 3000, which may be in use here.
    writeFileSync(
      join(directory, "server.ts"),
      code.replace("serve(app)", "serve({ fetch: app.fetch, port: Number(process.env.PORT) })"),
    )
    app = await startAppUnderTest({ basePath: "/auth", directory, program: ["server.ts"] })
  })
  afterAll(() => app?.close())

  it("sign in a user with the sign-in page of Auth.js", async () => {
    await runExampleScript(directory, "typecheck")
    const { page } = await app.open()
    expect((await page.goto("/"))?.status()).toBe(401)
    await signIn(page, USERS.trusted, "/auth/signin")
    await page.waitForURL(`${app.url}/`)
    expect(JSON.parse(await page.locator("body").innerText())).toMatchObject({
      name: USERS.trusted,
      bink: { username: "yuki", verificationLevel: 2 },
    })
  })
})

describe("npm run example", () => {
  const run = (...args: string[]) =>
    spawn(process.execPath, ["scripts/demo/example.ts", ...args], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port) },
    })
  let port = 0
  beforeAll(async () => {
    port = await freePort(0)
  })

  it("builds an example, starts it with an emulator and stops both on SIGTERM", async () => {
    const child = run("express")
    const ended = new Promise((resolve) => child.once("exit", resolve))
    let output = ""
    child.stdout.on("data", (chunk) => {
      output += chunk
    })
    try {
      await expect.poll(() => output, { timeout: 60_000 }).toContain("Press Ctrl-C to stop.")
      const [app = "", emulator = ""] = [...output.matchAll(/^ {2}(?:App|Emulator) +(http\S+)/gm)].map(
        ([, url]) => url,
      )
      expect(app).toBe(`http://localhost:${port}`)
      expect(await (await fetch(app)).text()).toContain("Sign in with Bink")
      expect((await fetch(`${emulator}/api/oauth/user`)).status).toBe(401)
      child.kill("SIGTERM")
      expect(await ended).toBe(0)
      for (const url of [app, emulator]) await expect(fetch(url)).rejects.toThrow()
    } finally {
      child.kill("SIGTERM")
      await ended
    }
  })

  it.each([
    [[], "Missing the name of an example"],
    [["toString"], 'Unknown example "toString"'],
  ])("with %j lists the examples", async (args, words) => {
    const child = run(...args)
    const [stderr, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.once("exit", resolve)),
    ])
    expect(stderr).toMatch(new RegExp(`^${words}.*${Object.keys(EXAMPLES).join(", ")}`))
    expect(code).toBe(1)
  })
})
