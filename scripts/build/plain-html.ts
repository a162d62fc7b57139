/**
 * `npm run build:plain-html`: writes the markup of the built components into `docs/get-started/plain-html.md`, for pages
 * without React. A test fails if the page differs: run `npm run build && npm run build:plain-html` after a change.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { createElement, type ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { ROOT } from "../run.ts"

export const PAGE = join(ROOT, "docs/get-started/plain-html.md")

/** Returns the snippets by the name of their markers in the page. */
function snippets(): Record<string, string> {
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

/** Returns the page's text with current snippets. Throws if a marker is missing. */
export function withSnippets(text: string): string {
  return Object.entries(snippets()).reduce((text, [name, html]) => {
    const block = new RegExp(`(<!-- ${name} -->\\n\`\`\`html\\n)[^\`]*(\`\`\`\\n<!-- end -->)`)
    if (!block.test(text))
      throw new Error(`Missing markers in ${PAGE}: add a block between <!-- ${name} --> and <!-- end -->.`)
    return text.replace(block, (_, start, end) => `${start}${html}\n${end}`)
  }, text)
}

/** Returns React's markup with line breaks, only where whitespace does not change the page. */
function markup(node: ReactNode): string {
  let depth = 0
  return (
    renderToStaticMarkup(node)
      .replaceAll("\u00a0", "&nbsp;")
      // The stylesheet has them too, for a policy without inline styles.
      .replaceAll(/ style="[^"]*"/g, "")
      .replaceAll(' ">', '">')
      .replaceAll(/<button[^>]*>|>(?=<(?:path|\/svg|span>|\/button|span role="status"))/g, "$&\n")
      .split("\n")
      .map((line) => {
        const before = line.startsWith("</") ? --depth : depth
        depth += tags(line, /<\w/g) - tags(line.slice(1), /<\//g)
        return "  ".repeat(before) + line
      })
      .join("\n")
  )
}

const tags = (line: string, kind: RegExp) => line.match(kind)?.length ?? 0
const indent = (text: string) => text.replaceAll(/^/gm, "  ")

if (import.meta.main) writeFileSync(PAGE, withSnippets(readFileSync(PAGE, "utf8")))
