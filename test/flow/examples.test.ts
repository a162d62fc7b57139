import { spawn } from "node:child_process"
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { basename, join } from "node:path"
import { text } from "node:stream/consumers"
import type { Page } from "playwright"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { freePort, root, throwawaySecret } from "../../scripts/demo-app.ts"
import {
  EXAMPLES,
  type Example,
  exampleFolder,
  runExampleScript,
  startProgram,
} from "../../scripts/examples.ts"
import { PEOPLE, signIn, startWorld, toConsent, violations, type World } from "./world.ts"

const names = Object.keys(EXAMPLES) as Example[]
const heading = (page: Page) => page.getByRole("heading", { level: 1 })
const button = (page: Page) => page.getByRole("button", { name: "Sign in with Bink" })

/** Builds and starts an example, or a copy of one. Each visitor has an address of their own, as by a proxy. */
async function startExample(name: Example, folder = exampleFolder(name)): Promise<World> {
  runExampleScript(folder, "build")
  const { env, basePath } = { env: () => ({}), ...EXAMPLES[name] }
  const world = await startWorld({
    basePath,
    folder,
    program: startProgram(folder),
    env: (url) => ({ ...env(url), DATABASE: ":memory:", TRUST_PROXY: "loopback" }),
  })
  let visitors = 0
  return {
    ...world,
    visit: (options) =>
      world.visit({ extraHTTPHeaders: { "x-forwarded-for": `192.0.2.${++visitors}` }, ...options }),
  }
}

async function isSignedIn(page: Page): Promise<boolean> {
  await page.goto("/")
  return (await page.getByRole("button", { name: "Sign out" }).count()) > 0
}

async function signInAs(page: Page, person: string): Promise<void> {
  await signIn(page, person)
  await page.getByRole("button", { name: "Sign out" }).waitFor()
}

async function deny(page: Page, person: string): Promise<void> {
  await page.goto("/")
  await toConsent(page, person)
  await page.getByRole("button", { name: "Deny" }).click()
  await page.waitForURL(/\?error=/)
}

describe.each(names)("%s", (name) => {
  let world: World
  beforeAll(async () => {
    world = await startExample(name)
  })
  afterAll(() => world?.end())

  it("compiles under strict TypeScript, without a cast", () => {
    const folder = exampleFolder(name)
    runExampleScript(folder, "typecheck")
    const auth = ["auth.ts", "src/auth.ts"].map((file) => join(folder, file)).find((file) => existsSync(file))
    expect(readFileSync(String(auth), "utf8")).not.toMatch(/\bas (?!const)|@ts-/)
  })

  it.each([
    { person: PEOPLE.nobodySpecial, badge: null },
    { person: PEOPLE.verified, badge: "Passkey-verified by Bink" },
    { person: PEOPLE.trusted, badge: "Trusted by Bink" },
  ])("signs in $person, shows the badge, and gates a page by it", async ({ person, badge }) => {
    const { page, complaints } = await world.visit()
    await signInAs(page, person)
    expect(page.url()).toBe(`${world.app.url}/`)
    expect(await heading(page).textContent()).toContain(`Hello, ${person}`)
    const badges = heading(page).getByRole("img")
    if (badge) expect(await badges.getAttribute("aria-label")).toBe(badge)
    else expect(await badges.count()).toBe(0)
    await page.waitForLoadState("networkidle")
    expect(complaints).toEqual([])

    const [response] = await Promise.all([
      page.waitForResponse((response) => response.url().includes("/verified")),
      page.getByRole("link", { name: "Verified members" }).click(),
    ])
    const words = badge ? "You have access" : "Verified members only"
    await expect.poll(() => heading(page).textContent()).toBe(words)
    if (response.request().isNavigationRequest()) expect(response.status()).toBe(badge ? 200 : 403)
    expect((await page.request.get("/verified")).status()).toBe(badge ? 200 : 403)
    if (badge) expect(complaints).toEqual([])
  })

  if (name === "express") {
    it("names an https callback behind a proxy that ends TLS", async () => {
      const headers = { "x-forwarded-proto": "https", "x-auth-return-redirect": "1" }
      const csrf = await fetch(`${world.app.url}/auth/csrf`, { headers })
      const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0])
      const { csrfToken } = await csrf.json()
      const start = await fetch(`${world.app.url}/auth/signin/bink`, {
        method: "POST",
        headers: { ...headers, cookie: cookie.join("; ") },
        body: new URLSearchParams({ csrfToken }),
      })
      const { searchParams } = new URL((await start.json()).url)
      const { host } = new URL(world.app.url)
      expect(searchParams.get("redirect_uri")).toBe(`https://${host}/auth/callback/bink`)
    })
  }

  if (name === "sveltekit") {
    it("works with JavaScript switched off, out again included", async () => {
      const { page } = await world.visit({ javaScriptEnabled: false })
      await signInAs(page, PEOPLE.verified)
      await page.getByRole("link", { name: "Verified members" }).click()
      expect(await heading(page).textContent()).toBe("You have access")
      await page.goBack()
      await page.getByRole("button", { name: "Sign out" }).click()
      await button(page).waitFor()
    })
  }

  // Better Auth keeps nobody without an e-mail address: see below.
  if (name !== "better-auth") {
    it("signs in the person of whom Bink knows nothing but an id", async () => {
      const { page, complaints } = await world.visit()
      await signInAs(page, PEOPLE.onlyAnId)
      expect(await heading(page).textContent()).toMatch(/^Hello, Bink user\s*$/)
      expect(await heading(page).getByRole("img").count()).toBe(0)
      expect(complaints).toEqual([])
    })
  }

  it("keeps the page for verified people from who is not signed in", async () => {
    const { page } = await world.visit()
    expect((await page.goto("/verified"))?.status()).toBe(403)
    expect(await heading(page).textContent()).toBe("Verified members only")
  })

  it("takes who denies back to the start, says so, and lets them try again", async () => {
    const { page, complaints } = await world.visit()
    await deny(page, PEOPLE.trusted)
    expect(new URL(page.url()).searchParams.get("code")).toBeNull()
    expect(await page.getByRole("alert").first().textContent()).toMatch(/^You declined/)
    await page.waitForLoadState("networkidle")
    expect(complaints).toEqual([])

    await toConsent(page, PEOPLE.trusted)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.getByRole("button", { name: "Sign out" }).waitFor()
    expect(page.url()).toBe(`${world.app.url}/`)
  })

  it("says so where Bink is down, and signs in nobody", async () => {
    const { page } = await world.visit()
    const mend = world.bink.faults.add({ endpoint: "user", status: 503 })
    await signIn(page, PEOPLE.trusted)
    await page.waitForURL(/\?error=/)
    mend()
    expect(new URL(page.url()).searchParams.get("code")).toBeNull()
    expect(await heading(page).textContent()).toBe("You are not signed in")
    expect(await isSignedIn(page)).toBe(false)
  })

  it("is found to be in order by the doctor", async () => {
    const main = join(root, "dist/cli/main.js")
    const url = world.app.url + EXAMPLES[name].basePath
    const doctor = spawn(process.execPath, [main, "doctor", "--json", "--url", url], {
      cwd: exampleFolder(name),
      env: {
        ...process.env,
        AUTH_BINK_ID: "demo-client",
        AUTH_BINK_SECRET: "demo-secret",
        AUTH_BINK_ISSUER: world.binkUrl,
        AUTH_SECRET: throwawaySecret(),
        BETTER_AUTH_SECRET: throwawaySecret(),
      },
    })
    const { findings } = JSON.parse(await text(doctor.stdout)) as {
      findings: { check: string; status: string; says: string }[]
    }
    expect(findings.filter(({ status }) => status === "error")).toEqual([])
    expect(findings.find(({ check }) => check === "registration")?.status).toBe("ok")
  })

  it("refuses a callback that it did not ask for, and shows neither its code nor its state", async () => {
    const { page } = await world.visit()
    await page.goto(`${EXAMPLES[name].basePath}/callback/bink?code=stolen&state=forged`)
    await page.waitForURL(/\/\?error=/)
    expect(page.url()).not.toMatch(/stolen|forged/)
    expect(await heading(page).textContent()).toBe("You are not signed in")
    expect(world.app.log()).not.toContain("stolen")
    expect(await isSignedIn(page)).toBe(false)
  })

  it("signs out, and Back does not bring the person back", async () => {
    const { page, complaints } = await world.visit()
    await signInAs(page, PEOPLE.verified)
    await page.getByRole("link", { name: "Verified members" }).click()
    await expect.poll(() => heading(page).textContent()).toBe("You have access")
    await page.getByRole("link", { name: "Back to the start page" }).click()
    await page.getByRole("button", { name: "Sign out" }).click()
    await button(page).waitFor()
    expect(complaints).toEqual([])
    await page.goBack()
    await page.waitForLoadState("networkidle")
    expect(await page.getByText(PEOPLE.verified).count()).toBe(0)
    expect((await page.request.get("/verified")).status()).toBe(403)
    expect(await isSignedIn(page)).toBe(false)
  })

  it("leaves the button as it was to who comes back from Bink", async () => {
    const { page, complaints } = await world.visit()
    await page.goto("/")
    await button(page).click()
    await page.getByRole("heading", { name: "Choose an account" }).waitFor()
    await page.goBack()
    await expect.poll(() => button(page).getAttribute("aria-busy")).not.toBe("true")
    await toConsent(page, PEOPLE.verified)
    await page.getByRole("button", { name: "Allow" }).click()
    await page.getByRole("button", { name: "Sign out" }).waitFor()
    expect(complaints).toEqual([])
  })

  it("asks Bink with state and PKCE, and for this app's callback", async () => {
    const { page } = await world.visit()
    await signInAs(page, PEOPLE.verified)
    const authorize = world.bink.requests().findLast(({ endpoint }) => endpoint === "authorize")
    const { basePath } = EXAMPLES[name]
    expect(authorize?.params).toMatchObject({
      redirect_uri: `${world.app.url}${basePath}/callback/bink`,
      code_challenge_method: "S256",
      state: expect.any(String),
    })
  })

  it("may not be framed, and is kept by no cache", async () => {
    const { page } = await world.visit()
    const headers = (await page.goto("/"))?.headers() ?? {}
    expect(headers["content-security-policy"]).toMatch(/default-src 'self'.*frame-ancestors 'none'/)
    expect(headers["cache-control"]).toContain("no-store")
    expect(headers).not.toHaveProperty("x-powered-by")
  })

  it.each(["light", "dark"] as const)("hinders nobody, in %s", async (colorScheme) => {
    const { page } = await world.visit({ colorScheme, viewport: { width: 320, height: 640 } })
    const found: string[] = []
    const look = async (path: string) => {
      await page.goto(path, { waitUntil: "networkidle" })
      found.push(...(await violations(page)))
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)) {
        found.push(`${path} sticks out sideways`)
      }
    }
    for (const path of ["/", "/?error=access_denied", "/verified"]) await look(path)
    await signInAs(page, PEOPLE.trusted)
    for (const path of ["/", "/verified"]) await look(path)
    expect(found).toEqual([])
  })

  it("has a README that names files which exist, and its command", () => {
    const folder = exampleFolder(name)
    const readme = readFileSync(join(folder, "README.md"), "utf8")
    const files = [...readme.matchAll(/^\| `([^`]+)`/gm)].map(([, file]) => file)
    expect(files.length).toBeGreaterThan(3)
    for (const file of files) expect(existsSync(join(folder, String(file))), file).toBe(true)
    expect(readme).toContain(`npm run example ${name}`)
  })
})

describe("better-auth, beyond that", () => {
  let world: World
  beforeAll(async () => {
    world = await startExample("better-auth")
  })
  afterAll(() => world?.end())

  it("turns away who has no e-mail address, and says why on the page and in the log", async () => {
    const { page, complaints } = await world.visit()
    await signIn(page, PEOPLE.onlyAnId)
    await page.waitForURL("/?error=email_not_found")
    expect(await page.getByRole("alert").first().textContent()).toMatch(
      /^Your Bink profile has no email address/,
    )
    expect(world.app.log()).toContain('missingEmail: "placeholder"')
    expect(complaints).toEqual([])
    expect(await isSignedIn(page)).toBe(false)
  })

  it("brings the level up to date at the next sign-in", async () => {
    const first = await world.visit()
    await signInAs(first.page, PEOPLE.verified)
    expect((await first.page.request.get("/verified")).status()).toBe(200)

    world.bink.faults.add({ endpoint: "user", times: 1, status: 200, body: JSON.stringify(KWAME) })
    const second = await world.visit()
    await signInAs(second.page, PEOPLE.verified)
    expect(await heading(second.page).getByRole("img").count()).toBe(0)
    expect((await second.page.request.get("/verified")).status()).toBe(403)
    // One user, and so one level, wherever they are signed in.
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

  it("lets nobody set their own level", async () => {
    const { page } = await world.visit()
    await signInAs(page, PEOPLE.nobodySpecial)
    const update = (data: object) =>
      page.request.post("/api/auth/update-user", { data, headers: { origin: world.app.url } })
    const refused = await update({ verificationLevel: 2 })
    expect(refused.status()).toBe(400)
    expect(await refused.json()).toMatchObject({ code: "FIELD_NOT_ALLOWED" })
    expect((await update({ name: "Mia" })).status()).toBe(200)
    expect((await page.request.get("/verified")).status()).toBe(403)
  })

  it("says so to who tries too often, and counts by the address that a proxy gives", async () => {
    const { page } = await world.visit()
    for (let i = 0; i < 4; i++) {
      await page.goto("/")
      await page.waitForLoadState("networkidle")
      await button(page).click()
      await page.waitForURL((url) => url.pathname !== "/" || url.search !== "")
    }
    expect(await page.getByRole("alert").first().textContent()).toMatch(/^Too many attempts/)
    await signInAs((await world.visit()).page, PEOPLE.trusted)
  })
})

describe('better-auth, with missingEmail: "placeholder"', () => {
  const folder = join(root, ".cache/better-auth-placeholder")
  let world: World
  beforeAll(async () => {
    const original = exampleFolder("better-auth")
    rmSync(folder, { recursive: true, force: true })
    cpSync(original, folder, {
      recursive: true,
      filter: (path) => !["node_modules", "dist"].includes(basename(path)),
    })
    const auth = readFileSync(join(folder, "auth.ts"), "utf8")
    expect(auth).toContain("[bink()]")
    writeFileSync(join(folder, "auth.ts"), auth.replace("bink()", 'bink({ missingEmail: "placeholder" })'))
    world = await startExample("better-auth", folder)
  })
  afterAll(() => world?.end())

  it("signs in who has no e-mail address, as the same user each time", async () => {
    const ids: string[] = []
    for (let i = 0; i < 2; i++) {
      const { page, complaints } = await world.visit()
      await signInAs(page, PEOPLE.onlyAnId)
      expect(await heading(page).textContent()).toMatch(/^Hello, Bink user\s*$/)
      const { user } = await (await page.request.get("/api/auth/get-session")).json()
      expect(user.email).toBe("cmbink000000000000nothing@bink.invalid")
      ids.push(user.id)
      expect(complaints).toEqual([])
    }
    expect(new Set(ids).size).toBe(1)
  })
})

describe("npm run example", () => {
  const run = (...args: string[]) =>
    spawn(process.execPath, ["scripts/example.ts", ...args], {
      cwd: root,
      env: { ...process.env, PORT: String(port) },
    })
  let port = 0
  beforeAll(async () => {
    port = await freePort(0)
  })

  it("builds an example, starts it with an emulated Bink, and stops both", async () => {
    const child = run("express")
    const ended = new Promise((resolve) => child.once("exit", resolve))
    let output = ""
    child.stdout.on("data", (chunk) => {
      output += chunk
    })
    try {
      await expect.poll(() => output, { timeout: 60_000 }).toContain("Ctrl-C stops both")
      const [app = "", bink = ""] = [...output.matchAll(/^ {2}(?:The app|Bink) +(http\S+)/gm)].map(
        ([, url]) => url,
      )
      expect(app).toBe(`http://localhost:${port}`)
      expect(await (await fetch(app)).text()).toContain("Sign in with Bink")
      expect((await fetch(`${bink}/api/oauth/user`)).status).toBe(401)
      child.kill("SIGTERM")
      expect(await ended).toBe(0)
      for (const url of [app, bink]) await expect(fetch(url)).rejects.toThrow()
    } finally {
      child.kill("SIGTERM")
      await ended
    }
  })

  it.each([
    [[], "No example was named"],
    [["toString"], 'There is no example "toString"'],
  ])("with %j says which there are", async (args, words) => {
    const child = run(...args)
    const [stderr, code] = await Promise.all([
      text(child.stderr),
      new Promise((resolve) => child.once("exit", resolve)),
    ])
    expect(stderr).toMatch(new RegExp(`^${words}.*express, sveltekit, better-auth`))
    expect(code).toBe(1)
  })
})
