import { markdownToHtml } from "satteri"
import { expect, test } from "vitest"
import { siteAddress } from "../../site/address.ts"
import { repositoryLinks } from "../../site/links.ts"
import { titled } from "../../site/pages.ts"
import { sidebar } from "../../site/sections.ts"

const BASE = "/deep/bink/"

/** Markdown of a page, as HTML of the site, with what could not be mended. */
function render(markdown: string, page = "docs/concepts/security.md") {
  const problems: string[] = []
  const fileURL = new URL(`../../${page}`, import.meta.url)
  const mdastPlugins = [repositoryLinks(BASE, problems)] as const
  const { html } = markdownToHtml(markdown, { fileURL, mdastPlugins }) as { html: string }
  return { html: html.trim(), problems }
}

test.each([
  ["a page beside it", "[x](freshness.md)", '<a href="/deep/bink/concepts/freshness/">x</a>'],
  [
    "a section",
    "[x](../reference/emulator.md#faults)",
    '<a href="/deep/bink/reference/emulator/#faults">x</a>',
  ],
  ["a guest", "[x](../../test/provider/faults.md)", '<a href="/deep/bink/reference/faults/">x</a>'],
  ["the README", "[x](../../README.md)", '<a href="/deep/bink/">x</a>'],
  ["a section of the README", "[x](../../README.md#the-button)", "<span>x</span> (<code>README.md</code>)"],
  ["a file without a page", "[x](../../demo/auth.ts)", "<span>x</span> (<code>demo/auth.ts</code>)"],
  ["a file by its name", "[`demo/auth.ts`](../../demo/auth.ts)", "<span><code>demo/auth.ts</code></span>"],
  ["elsewhere", "[x](https://authjs.dev/a.md)", '<a href="https://authjs.dev/a.md">x</a>'],
  ["its own section", "[x](#here)", '<a href="#here">x</a>'],
])("a link to %s", (_, markdown, html) => {
  expect(render(markdown)).toEqual({ html: `<p>${html}</p>`, problems: [] })
})

test("a picture in HTML", () => {
  const { html } = render('<img src="../images/home-light.png" alt="">')
  expect(html).toBe('<img src="/deep/bink/images/home-light.png" alt="">')
})

test("a link to nothing, and a heading beside the title, are told of by name", () => {
  expect(render("# Twice\n\n[x](nothing.md) ![y](data:,)").problems).toEqual([
    'docs/concepts/security.md has a "#" heading: its title is in its front matter, sections start at "##".',
    "docs/concepts/security.md links to nothing.md, and there is no such file.",
  ])
})

test("the heading of a guest becomes its title", () => {
  expect(render("# Faults\n\ntext", "test/provider/faults.md")).toEqual({ html: "<p>text</p>", problems: [] })
  const { title } = titled({}, new URL("../provider/faults.md", import.meta.url).pathname)
  expect(title).toBe("Sign-in faults")
})

test("a page without a title is refused, with what to write", () => {
  expect(() => titled({ description: "" }, "docs/new.md")).toThrow(
    /docs\/new\.md has no title.*\n\n---\ntitle: /,
  )
})

test("the menu has its sections in their order", () => {
  const labels = sidebar("/storybook/").map((item) =>
    typeof item === "object" && "label" in item ? item.label : "",
  )
  const order = [
    "Get started",
    "Concepts",
    "Recipes",
    "Reference",
    "Troubleshooting",
    "Benchmarks",
    "Compatibility",
  ]
  expect(labels).toEqual([
    ...order.filter((label) => labels.includes(label)),
    "Components, live",
    "Changelog",
  ])
})

test.each([
  ["/", { base: "/" }],
  ["/bink", { base: "/bink/" }],
  ["https://example.com/bink/", { site: "https://example.com", base: "/bink/" }],
])("SITE_URL=%s", (value, address) => {
  expect(siteAddress(value)).toEqual(address)
})

test("SITE_URL that is neither an address nor a path is refused", () => {
  expect(() => siteAddress("example.com")).toThrow('SITE_URL is "example.com"')
})
