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
import { buildRegistry } from "../../scripts/build/registry.ts"
import { ROOT } from "../../scripts/run.ts"
import { violations } from "../helpers/app-under-test.ts"
import { createShadcnProject, type Project, shadcn } from "./shadcn-project.ts"

const read = (directory: string, name: string) => JSON.parse(readFileSync(join(directory, name), "utf8"))

describe("the built registry", () => {
  it.each(Object.entries(buildRegistry()))("has a %s that matches its sources", (name, built) => {
    expect(read(join(ROOT, "registry/r"), name), "Run `npm run build:registry`.").toEqual(built)
  })

  it("equals the output of shadcn build", async () => {
    const directory = mkdtempSync(join(tmpdir(), "bink-registry-"))
    onTestFinished(() => rmSync(directory, { recursive: true }))
    cpSync(join(ROOT, "registry"), directory, { recursive: true, filter: (path) => !/\Wr$/.test(path) })
    await shadcn(directory, ["build", "--output", "built"])
    for (const [name, built] of Object.entries(buildRegistry())) {
      expect(read(join(directory, "built"), name)).toEqual(built)
    }
    // The first run installs shadcn.
  }, 300_000)
})

describe("a project with both items", () => {
  let project: Project
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    project = await createShadcnProject()
    await project.add(`${project.url}/r/sign-in-with-bink-button.json`)
    // The first item installed the package, which contains the second item.
    await project.add("./node_modules/authjs-bink/registry/r/verification-badge.json")
    browser = await chromium.launch(browserOptions())
    page = await (await browser.newContext()).newPage()
    await page.setContent('<!doctype html><html lang="en"><title>New app</title><body></body></html>')
    await page.addStyleTag({ content: await stylesOf(project.directory) })
    await page.addScriptTag({ content: await scriptOf(project.directory) })
    await page.getByRole("heading").waitFor()
  })
  afterAll(async () => {
    project?.close()
    await browser?.close()
  })

  it("has the item sources and the package as a dependency", () => {
    for (const file of ["sign-in-with-bink-button.tsx", "verification-badge.tsx"]) {
      expect(readFileSync(join(project.directory, "src/components", file), "utf8")).toBe(
        readFileSync(join(ROOT, "registry", file), "utf8"),
      )
    }
    const { dependencies } = read(project.directory, "package.json")
    expect(dependencies).toEqual({ "authjs-bink": `^${manifest.version}` })
  })

  it("passes the type check", () => {
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc")
    const check = () => execFileSync(process.execPath, [tsc, "-p", project.directory], { encoding: "utf8" })
    expect(check()).toBe("")
  })

  it.each(["light", "dark"])("has buttons that look like the project's own buttons, %s", async (scheme) => {
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

  it.each(["light", "dark"])("explains a badge in the colors of the project, %s", async (scheme) => {
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

  it("aligns the package's badge with the text", async () => {
    const height = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height))
    const [line = 0] = await height("p:has-text('Mia Moreno')")
    expect(await height("[data-line]")).toEqual([line, line])
  })

  it.each(["light", "dark"])("has no axe violations, %s", async (scheme) => {
    await switchTo(page, scheme)
    expect(await violations(page)).toEqual([])
  })
})

/** Switches the color scheme like a site with a theme switch. */
function switchTo(page: Page, scheme: string) {
  return page.locator("html").evaluate((html, scheme) => {
    html.classList.toggle("dark", scheme === "dark")
  }, scheme)
}

/** Returns the computed colors of the theme's variables. */
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

/** Returns the styles that must be equal. Widths are left out, because the texts differ. */
function looks(button: Locator): Promise<Record<string, string>> {
  return button.evaluate((element) => {
    const style = getComputedStyle(element)
    const names = ["height", "background-color", "color", "border-radius", "font", "line-height", "filter"]
    // A missing border counts as a transparent one.
    const border = style.borderTopWidth === "0px" ? "rgba(0, 0, 0, 0)" : style.borderTopColor
    return { ...Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name)])), border }
  })
}

/** Compiles the project's stylesheet with Tailwind. */
async function stylesOf(directory: string): Promise<string> {
  const css = readFileSync(join(directory, "src/index.css"), "utf8")
  const { build } = await compile(css, {
    base: directory,
    loadStylesheet: async (id) => {
      const path = join(ROOT, "node_modules", id, "index.css")
      return { path, base: join(path, ".."), content: readFileSync(path, "utf8") }
    },
  })
  const sources = globSync("src/**/*.tsx", { cwd: directory })
  const text = sources.map((file) => readFileSync(join(directory, file), "utf8")).join(" ")
  return build(text.split(/[\s"'`]+/))
}

/** Bundles the project's page. */
async function scriptOf(directory: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(directory, "src/page.tsx")],
    bundle: true,
    write: false,
    jsx: "automatic",
    tsconfig: join(directory, "tsconfig.json"),
    define: { "process.env.NODE_ENV": '"production"' },
  })
  return outputFiles[0]?.text ?? ""
}
