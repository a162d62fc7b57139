import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Page } from "playwright"
import { createElement as h, type ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"

/** Shows the components on one page: the button in each theme, and the badges after names. */
export async function showComponents(page: Page): Promise<void> {
  // Imported here, because the package may have been built a moment ago.
  const { SignInWithBinkButton, VerificationBadge } = await import("authjs-bink/react")
  const themes = ["filled", "outline", "neutral"] as const
  const user = (name: string, verificationLevel: number, badge?: ReactNode) =>
    h("p", { key: name }, name, " ", badge ?? h(VerificationBadge, { verificationLevel }))

  const markup = renderToStaticMarkup(
    h(
      "main",
      null,
      h(
        "section",
        null,
        themes.map((theme) =>
          h("div", { key: theme }, [
            h(SignInWithBinkButton, { key: "text", theme }),
            h(SignInWithBinkButton, { key: "icon", theme, variant: "icon", shape: "circle" }),
          ]),
        ),
      ),
      h(
        "section",
        null,
        user("Ada Okonkwo", 1),
        user("Layla Haddad", 2),
        user("Noor van der Berg", 0),
        h("p", { key: "labels" }, [
          h(VerificationBadge, { key: 1, verificationLevel: 1, variant: "label" }),
          h(VerificationBadge, { key: 2, verificationLevel: 2, variant: "label" }),
        ]),
      ),
    ),
  )
  await page.setContent(`<style>${STYLE}</style>${markup}`)
  await page.evaluate(() => document.fonts.ready)
}

/** The typeface of the Storybook and the site. */
const INTER = readFileSync(
  fileURLToPath(import.meta.resolve("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2")),
  "base64",
)

const STYLE = `
  @font-face { font-family: Inter; font-weight: 100 900; src: url(data:font/woff2;base64,${INTER}); }
  :root { color-scheme: light dark; font: 600 19px/1.4 Inter; --bink-font: Inter; }
  body { display: grid; place-content: center; min-height: 100vh; margin: 0; color: light-dark(#14181f, #eef2f8); background: light-dark(#f4f6fa, #0f141d); }
  main { display: flex; gap: 72px; align-items: center; }
  section { display: grid; gap: 16px; }
  section > div { display: flex; gap: 16px; align-items: center; }
  p { margin: 0; }
  p svg { vertical-align: -0.125em; }
  p > span + span { margin-inline-start: 24px; }
  p:last-child { font-size: 17px; }
`
