import { execFileSync } from "node:child_process"
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { build } from "esbuild"
import { type Browser, chromium, type Locator, type Page } from "playwright"
import { compile } from "tailwindcss"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import manifest from "../../package.json" with { type: "json" }
import { browserOptions } from "../../scripts/browser.ts"
import { buildRegistry } from "../../scripts/build-registry.ts"
import { root } from "../../scripts/demo-app.ts"
import { makeProject, type Project, shadcn } from "./shadcn-project.ts"
import { violations } from "./world.ts"

const read = (folder: string, name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"))

describe("the built registry", () => {
  it.each(Object.entries(buildRegistry()))("has a %s that its sources give", (name, built) => {
    expect(read(join(root, "registry/r"), name), "Run `npm run build:registry`.").toEqual(built)
  })

  it("is what shadcn itself builds", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bink-registry-"))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    cpSync(join(root, "registry"), folder, { recursive: true, filter: (path) => !/\Wr$/.test(path) })
    await shadcn(folder, ["build", "--output", "built"])
    for (const [name, built] of Object.entries(buildRegistry())) {
      expect(read(join(folder, "built"), name)).toEqual(built)
    }
    // The first time, shadcn is installed.
  }, 300_000)
})

describe("a new project", () => {
  let project: Project
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    project = await makeProject()
    await project.add(`${project.url}/r/sign-in-with-bink-button.json`)
    // The package that this one brought has the other.
    await project.add("./node_modules/authjs-bink/registry/r/verification-badge.json")
    browser = await chromium.launch(browserOptions())
    page = await (await browser.newContext()).newPage()
    await page.setContent('<!doctype html><html lang="en"><title>New app</title><body></body></html>')
    await page.addStyleTag({ content: await stylesOf(project.folder) })
    await page.addScriptTag({ content: await scriptOf(project.folder) })
    await page.getByRole("heading").waitFor()
  })
  afterAll(async () => {
    project?.close()
    await browser?.close()
  })

  it("has the sources as they are here, and the package that they need", () => {
    for (const file of ["sign-in-with-bink-button.tsx", "verification-badge.tsx"]) {
      expect(readFileSync(join(project.folder, "src/components", file), "utf8")).toBe(
        readFileSync(join(root, "registry", file), "utf8"),
      )
    }
    const { dependencies } = read(project.folder, "package.json")
    expect(dependencies).toEqual({ "authjs-bink": `^${manifest.version}` })
  })

  it("type-checks", () => {
    const tsc = join(root, "node_modules/typescript/bin/tsc")
    const check = () => execFileSync(process.execPath, [tsc, "-p", project.folder], { encoding: "utf8" })
    expect(check()).toBe("")
  })

  it.each(["light", "dark"])("has buttons at home among its own, %s", async (scheme) => {
    await switchTo(page, scheme)
    const pairs = await page.locator("[data-pair]").all()
    expect(pairs).toHaveLength(9)
    for (const pair of pairs) {
      const [ours, theirs] = [pair.getByRole("button").first(), pair.getByRole("button").last()] as const
      const rest = await looks(ours)
      expect(rest, `${await pair.getAttribute("data-pair")}`).toEqual(await looks(theirs))
      await ours.hover()
      const hovered = await looks(ours)
      await theirs.hover()
      expect(hovered).toEqual(await looks(theirs))
      expect(hovered["background-color"]).not.toBe(rest["background-color"])
    }
  })

  it.each(["light", "dark"])("explains a badge in its own colours, %s", async (scheme) => {
    await switchTo(page, scheme)
    await page.getByRole("button", { name: "Trusted by Bink" }).click()
    const popover = page.getByText("Bink trusts this user.")
    await popover.waitFor()
    const [background, color] = await popover.evaluate((element) => {
      const { backgroundColor, color } = getComputedStyle(element)
      return [backgroundColor, color]
    })
    expect([background, color]).toEqual(await tokens(page, ["--popover", "--popover-foreground"]))
    await page.keyboard.press("Escape")
  })

  it("keeps the package's own badge in a line of text by the classes that the guide names", async () => {
    const height = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    const [line = 0] = await height("p:has-text('Mia Moreno')")
    expect(await height("[data-line]")).toEqual([line, line])
    expect(await height("[data-broken]")).toEqual([line + 16])
  })

  it.each(["light", "dark"])("is accessible, %s", async (scheme) => {
    await switchTo(page, scheme)
    expect(await violations(page)).toEqual([])
  })
})

/** As a site with a switch of its own does it. */
function switchTo(page: Page, scheme: string) {
  return page.locator("html").evaluate((html, scheme) => {
    html.classList.toggle("dark", scheme === "dark")
  }, scheme)
}

/** The values of the theme's variables, as a computed colour is written. */
function tokens(page: Page, names: string[]): Promise<string[]> {
  return page.evaluate((names) => {
    const probe = document.body.appendChild(document.createElement("i"))
    const values = names.map((name) => {
      probe.style.color = `var(${name})`
      return getComputedStyle(probe).color
    })
    probe.remove()
    return values
  }, names)
}

/** What tells two buttons apart at a glance. Their widths differ by their words. */
function looks(button: Locator): Promise<Record<string, string>> {
  return button.evaluate((element) => {
    const style = getComputedStyle(element)
    const names = ["height", "background-color", "color", "border-radius", "font", "line-height", "filter"]
    // Where there is none, ours is one that cannot be seen.
    const border = style.borderTopWidth === "0px" ? "rgba(0, 0, 0, 0)" : style.borderTopColor
    return { ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])), border }
  })
}

/** The project's stylesheet, by Tailwind's own compiler. */
async function stylesOf(folder: string): Promise<string> {
  const css = readFileSync(join(folder, "src/index.css"), "utf8")
  const { build } = await compile(css, {
    base: folder,
    loadStylesheet: async (id) => {
      const path = join(root, "node_modules", id, "index.css")
      return { path, base: join(path, ".."), content: readFileSync(path, "utf8") }
    },
  })
  const sources = globSync("src/**/*.tsx", { cwd: folder })
  const text = sources.map((file) => readFileSync(join(folder, file), "utf8")).join(" ")
  return build(text.split(/[\s"'`]+/))
}

/** The project's page as one script. */
async function scriptOf(folder: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(folder, "src/page.tsx")],
    bundle: true,
    write: false,
    jsx: "automatic",
    tsconfig: join(folder, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
  })
  return outputFiles[0]?.text ?? ""
}
