/**
 * Writes the components' own markup into `docs/get-started/plain-html.md`, for pages without React. A test holds that
 * the page has what the components render: `npm run build && npm run build:plain-html` after a change to them.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { createElement, type ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"

export const page = join(import.meta.dirname, "../docs/get-started/plain-html.md")

/** The snippets by the name that their markers have in the page. */
export function snippets(): Record<string, string> {
  const badge = (verificationLevel: 1 | 2, variant?: "label") =>
    markup(createElement(VerificationBadge, { verificationLevel, variant }))
  return {
    form: `<form action="/api/auth/signin" data-bink>
  <input type="hidden" name="callbackUrl" value="/">
${indent(markup(createElement(SignInWithBinkButton, { type: "submit", nonce: false })))}
</form>
<script type="module" src="/sign-in-with-bink.js"></script>`,
    badges: `<!-- Level 1, passkey-verified -->
${badge(1)}
<!-- Level 2, trusted -->
${badge(2)}`,
    labels: `<!-- Level 1, passkey-verified -->
${badge(1, "label")}
<!-- Level 2, trusted -->
${badge(2, "label")}`,
  }
}

/** The page with the snippets in it. Throws where a marker is missing. */
export function written(text: string): string {
  return Object.entries(snippets()).reduce((text, [name, html]) => {
    const block = new RegExp(`(<!-- ${name} -->\\n\`\`\`html\\n)[^\`]*(\`\`\`\\n<!-- end -->)`)
    if (!block.test(text))
      throw new Error(`${page} has no block between \`<!-- ${name} -->\` and \`<!-- end -->\`.`)
    return text.replace(block, (_, start, end) => `${start}${html}\n${end}`)
  }, text)
}

/** As React writes it, in lines: broken only where a space makes no difference, and with spaces that can be seen. */
function markup(node: ReactNode): string {
  let depth = 0
  return renderToStaticMarkup(node)
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll(' ">', '">')
    .replaceAll(/<button[^>]*>|>(?=<(?:path|\/svg|span>|\/button|span role="status"))/g, "$&\n")
    .split("\n")
    .map((line) => {
      const before = line.startsWith("</") ? --depth : depth
      depth += tags(line, /<\w/g) - tags(line.slice(1), /<\//g)
      return "  ".repeat(before) + line
    })
    .join("\n")
}

const tags = (line: string, kind: RegExp) => line.match(kind)?.length ?? 0
const indent = (text: string) => text.replaceAll(/^/gm, "  ")

if (import.meta.main) writeFileSync(page, written(readFileSync(page, "utf8")))
