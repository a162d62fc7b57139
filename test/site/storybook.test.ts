import { readFileSync } from "node:fs"
import { join } from "node:path"
import { type Browser, chromium } from "playwright"
import { afterAll, beforeAll, expect, test } from "vitest"
import tokens from "../../docs/design/bink.tokens.json" with { type: "json" }
import { browserOptions } from "../../scripts/browser.ts"
import { serveDirectory } from "../helpers/static-host.ts"
import { SITE_DIRECTORY } from "./built-site.ts"

/** A built Storybook under a path of a static host, such as `https://example.com/design/bink/`. */

let host: Awaited<ReturnType<typeof serveDirectory>>
let browser: Browser

beforeAll(async () => {
  host = await serveDirectory(join(SITE_DIRECTORY, "storybook"), "/design/bink/")
  browser = await chromium.launch(browserOptions())
})

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

test.each([
  ["?path=/docs/introduction--docs", "Sign in with Bink"],
  ["?path=/docs/theming--docs", "Contrast"],
  ["?path=/docs/components-sign-in-button--docs", "Sign-in button"],
  ["?path=/story/overview--every-state", "Themes and states"],
])("%s loads without errors and without requests to other hosts", async (path, heading) => {
  const page = await browser.newPage()
  const problems: string[] = []
  page.on("response", (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`)
  })
  page.on("requestfailed", (request) => {
    // The manager may navigate before a page has loaded.
    if (request.failure()?.errorText !== "net::ERR_ABORTED") problems.push(`failed ${request.url()}`)
  })
  page.on("request", (request) => {
    if (/^https?:/.test(request.url()) && !request.url().startsWith(host.url))
      problems.push(`other host: ${request.url()}`)
  })
  page.on("pageerror", (error) => problems.push(error.message))

  await page.goto(host.url + path)
  const preview = page.frameLocator("#storybook-preview-iframe")
  await preview.getByRole("heading", { name: heading }).first().waitFor({ timeout: 30_000 })
  await page.waitForLoadState("networkidle")
  expect(problems).toEqual([])
  await page.close()
})

interface Prop {
  name: string
  types: string[]
  description: string
}

/** Reads the props of an interface from the reference, which TypeDoc writes. */
function documentedProps(interfaceName: string): Prop[] {
  const reference = readFileSync(join(SITE_DIRECTORY, "reference/api/react.md"), "utf8")
  const section = reference.split(`\n## ${interfaceName}\n`)[1]?.split("\n## ")[0] ?? ""
  const rows = [...section.matchAll(/^\| `(\w+)(\??)` \| (.+) \| (.+) \|$/gm)]
  return rows.map(([, name = "", optional, type = "", description = ""]) => ({
    name: optional ? name : `${name}*`,
    types: typesOf(withoutMarkdown(type)),
    description: withoutMarkdown(description).replace(/ Example: .*/, ""),
  }))
}

/** Returns the members of a union in one order, without `undefined` and without the name of a subset of `number`. */
function typesOf(type: string): string[] {
  return type
    .split(" | ")
    .filter((member) => member !== "undefined" && member !== "VerificationLevel")
    .map((member) => member.replace(/^\((.*)\)$/, "$1"))
    .sort()
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[`\\]/g, "")
    .trim()
}

test.each([
  ["components-sign-in-button--docs", "SignInWithBinkButtonProps"],
  ["components-verification-badge--docs", "VerificationBadgeProps"],
  ["components-verification-badge-button--docs", "VerificationBadgeButtonProps"],
])("the prop table of %s has every prop of %s with its type, description and default", async (id, name) => {
  const page = await browser.newPage()
  await page.goto(`${host.url}iframe.html?viewMode=docs&id=${id}`)
  const rows = page.locator(".docblock-argstable tbody tr")
  await rows.first().waitFor()
  const shown = await rows.evaluateAll((elements) =>
    elements.map((row) => {
      const [name, about, byDefault] = [...row.querySelectorAll("td")]
      const [description, types] = about?.children ?? []
      return {
        name: name?.textContent ?? "",
        types: [...(types?.querySelectorAll("span") ?? [])].map((member) => `${member.textContent}`),
        description: `${description?.textContent}${byDefault?.textContent === "-" ? "" : ` Default: ${byDefault?.textContent}.`}`,
      }
    }),
  )
  await page.close()
  const props = shown.map(({ name, types, description }) => ({
    name,
    types: typesOf(types.join(" | ")),
    description: description.replaceAll(/\s+/g, " "),
  }))
  const byName = (a: Prop, b: Prop) => a.name.localeCompare(b.name)
  expect(props.sort(byName)).toEqual(documentedProps(name).sort(byName))
})

test.each(["light", "dark"] as const)(
  "the design tokens have the %s colours of the rendered buttons",
  async (scheme) => {
    const page = await browser.newPage({ colorScheme: scheme })
    await page.goto(`${host.url}iframe.html?viewMode=story&id=components-sign-in-button--theme`)
    const buttons = page.locator("button.bink-button")
    await buttons.nth(2).waitFor()
    const rendered = await buttons.evaluateAll((elements) =>
      elements.map((element) => {
        const { backgroundColor, color, borderColor } = getComputedStyle(element)
        return [backgroundColor, color, borderColor]
      }),
    )
    await page.close()
    const expected = (["filled", "outline", "neutral"] as const).map((theme) => {
      const { background, text, border } = tokens.button[theme][scheme]
      return [background, text, border].map(({ $value }) => cssColor($value))
    })
    expect(rendered).toEqual(expected)
  },
)

function cssColor({ components, alpha }: { components: number[]; alpha: number }): string {
  const bytes = components.map((component) => Math.round(component * 255)).join(", ")
  return alpha === 1 ? `rgb(${bytes})` : `rgba(${bytes}, ${alpha})`
}
