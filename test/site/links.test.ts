import { markdownToHtml } from "satteri"
import { expect, test } from "vitest"
import { repositoryLinks } from "../../site/links.ts"
import { convertLinks } from "../../site/markdown.ts"
import { withTitle } from "../../site/pages.ts"
import { siteAddress } from "../../site/routes.ts"
import { sidebar } from "../../site/sections.ts"

const BASE = "/deep/bink/"

/** Renders Markdown of a page to HTML, with the problems that were found. */
function render(markdown: string, page = "docs/concepts/security.md") {
  const problems: string[] = []
  const fileURL = new URL(`../../${page}`, import.meta.url)
  const mdastPlugins = [repositoryLinks(BASE, problems)] as const
  const { html } = markdownToHtml(markdown, { fileURL, mdastPlugins }) as { html: string }
  return { html: html.trim(), problems }
}

test.each([
  ["a page of the same folder", "[x](freshness.md)", '<a href="/deep/bink/concepts/freshness/">x</a>'],
  [
    "a section of another page",
    "[x](../reference/emulator.md#faults)",
    '<a href="/deep/bink/reference/emulator/#faults">x</a>',
  ],
  [
    "a page outside docs",
    "[x](../../test/provider/faults.md)",
    '<a href="/deep/bink/reference/faults/">x</a>',
  ],
  ["the README", "[x](../../README.md)", '<a href="/deep/bink/">x</a>'],
  ["a section of the README", "[x](../../README.md#the-button)", "<span>x</span> (<code>README.md</code>)"],
  ["a file without a page", "[x](../../demo/auth.ts)", "<span>x</span> (<code>demo/auth.ts</code>)"],
  [
    "a file that the label names",
    "[`demo/auth.ts`](../../demo/auth.ts)",
    "<span><code>demo/auth.ts</code></span>",
  ],
  ["another host", "[x](https://authjs.dev/a.md)", '<a href="https://authjs.dev/a.md">x</a>'],
  ["a section of the same page", "[x](#here)", '<a href="#here">x</a>'],
])("a page's link to %s leads to the site", (_, markdown, html) => {
  expect(render(markdown)).toEqual({ html: `<p>${html}</p>`, problems: [] })
})

test("the path of a picture in HTML leads to the site", () => {
  const { html } = render('<img src="../images/home-light.png" alt="">')
  expect(html).toBe('<img src="/deep/bink/images/home-light.png" alt="">')
})

test("reports the page of a link to a missing file, and of a heading of level 1", () => {
  expect(render("# Twice\n\n[x](nothing.md) ![y](data:,)").problems).toEqual([
    'docs/concepts/security.md has a "#" heading. The title is in the front matter; sections start at "##".',
    "docs/concepts/security.md links to nothing.md, and there is no such file.",
  ])
})

test.each([
  ["a page", "[x](freshness.md)", "[x](https://example.com/bink/concepts/freshness.md)"],
  [
    "a section",
    '[`x`](../reference/emulator.md#faults "t")',
    '[`x`](https://example.com/bink/reference/emulator.md#faults "t")',
  ],
  ["the README", "é😀 [x](../../README.md)", "é😀 [x](https://example.com/bink/index.md)"],
  ["a picture", "![x](../images/home-light.png)", "![x](https://example.com/bink/images/home-light.png)"],
  [
    "a picture in HTML",
    '<img src="../images/home-light.png">',
    '<img src="https://example.com/bink/images/home-light.png">',
  ],
  ["a file without a page", "[x](../../demo/auth.ts)", "x (`demo/auth.ts`)"],
  ["another host", "[x](https://authjs.dev/a.md)", "[x](https://authjs.dev/a.md)"],
  ["a link in code", "`[x](freshness.md)`", "`[x](freshness.md)`"],
])("a Markdown page's link to %s is absolute", (_, markdown, expected) => {
  const address = siteAddress("https://example.com/bink/")
  expect(convertLinks("docs/concepts/security.md", markdown, address)).toBe(expected)
})

test("the heading of a page outside docs becomes its title", () => {
  expect(render("# Changelog\n\ntext", "CHANGELOG.md")).toEqual({ html: "<p>text</p>", problems: [] })
  expect(withTitle({}, "CHANGELOG.md").title).toBe("Changelog")
})

test("a page without a title is an error that shows the front matter to write", () => {
  expect(() => withTitle({ description: "" }, "docs/new.md")).toThrow(
    /docs\/new\.md has no title.*\n\n---\ntitle: /,
  )
})

test("the menu has its sections in order", () => {
  const labels = sidebar("/storybook/").map((item) =>
    typeof item === "object" && "label" in item ? item.label : "",
  )
  expect(labels).toEqual([
    "Get started",
    "Concepts",
    "Recipes",
    "Reference",
    "Errors",
    "Benchmarks",
    "Compatibility",
    "Storybook",
    "Changelog",
  ])
})

test.each([
  ["/", { base: "/" }],
  ["/bink", { base: "/bink/" }],
  ["https://example.com/bink/", { site: "https://example.com", base: "/bink/" }],
])("reads SITE_URL=%s", (value, address) => {
  expect(siteAddress(value)).toEqual(address)
})

test("rejects a SITE_URL that is neither a URL nor a path", () => {
  expect(() => siteAddress("example.com")).toThrow('Invalid SITE_URL: "example.com"')
})
