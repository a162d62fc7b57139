import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { type CSSProperties, useLayoutEffect, useRef, useState } from "react"
import { contrast } from "./contrast.ts"
import "./measured-contrast.css"
import { THEMES } from "./values.ts"

const PAGES = [
  { scheme: "light", page: "#ffffff" },
  { scheme: "dark", page: "#0d1117" },
] as const

interface Pair {
  name: string
  foreground: string
  background: string
  /** Minimum ratio: 4.5 for text (WCAG 1.4.3), 3 for icons, borders and focus rings (WCAG 1.4.11). */
  minimum: 4.5 | 3
}

/** Lists the contrast of the components' colours on a light and on a dark page, measured on the components. */
export function MeasuredContrast() {
  return (
    <div className="contrasts sb-unstyled">
      {PAGES.map(({ scheme, page }) => (
        <Measured key={scheme} scheme={scheme} page={page} />
      ))}
    </div>
  )
}

function Measured({ scheme, page }: { scheme: string; page: string }) {
  const preview = useRef<HTMLDivElement>(null)
  const [pairs, setPairs] = useState<Pair[]>([])
  useLayoutEffect(() => setPairs(measure(preview.current as HTMLDivElement, page)), [page])

  return (
    <section
      aria-label={`On ${scheme}`}
      style={{ background: page, colorScheme: scheme, "--bink-color-scheme": scheme } as CSSProperties}
    >
      <h3>
        On {scheme} <code>{page}</code>
      </h3>
      <div className="contrasts-preview" ref={preview}>
        {THEMES.map((theme) => (
          <SignInWithBinkButton key={theme} theme={theme} data-theme={theme} />
        ))}
        <span style={{ fontSize: 32 }}>
          <VerificationBadge verificationLevel={1} data-level="1" />{" "}
          <VerificationBadge verificationLevel={2} data-level="2" />
        </span>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">Pair</th>
            <th scope="col">Colours</th>
            <th scope="col">Measured</th>
            <th scope="col">Minimum</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ name, foreground, background, minimum }) => (
            <tr key={name} data-ratio={contrast(foreground, background)} data-minimum={minimum}>
              <th scope="row">{name}</th>
              <td>
                <i style={{ background: foreground }} />
                <i style={{ background }} />
              </td>
              <td>{contrast(foreground, background).toFixed(1)} : 1</td>
              <td>{minimum} : 1</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function measure(preview: HTMLElement, page: string): Pair[] {
  const pairs: Pair[] = []
  for (const theme of THEMES) {
    const button = find(preview, `[data-theme=${theme}]`)
    const { color, backgroundColor, borderTopColor } = getComputedStyle(button)
    pairs.push({
      name: `${theme}: text and logo`,
      foreground: color,
      background: backgroundColor,
      minimum: 4.5,
    })
    // The text identifies a neutral button, so WCAG 1.4.11 does not require a visible edge.
    if (theme === "filled") {
      pairs.push({ name: "filled: edge", foreground: backgroundColor, background: page, minimum: 3 })
    }
    if (theme === "outline") {
      pairs.push({ name: "outline: border", foreground: borderTopColor, background: page, minimum: 3 })
    }
  }
  pairs.push({ name: "focus ring", foreground: focusRingColor(), background: page, minimum: 3 })
  const blue = find(preview, "[data-level='1'] path").getAttribute("fill") as string
  const goldBadge = find(preview, "[data-level='2'] path")
  const gold = goldBadge.getAttribute("fill") as string
  const outline = goldBadge.getAttribute("stroke") as string
  pairs.push(
    { name: "blue badge: shape", foreground: blue, background: page, minimum: 3 },
    { name: "gold badge: outline", foreground: outline, background: page, minimum: 3 },
    { name: "gold badge: tick", foreground: outline, background: gold, minimum: 3 },
  )
  return pairs
}

function find(preview: HTMLElement, selector: string): Element {
  const found = preview.querySelector(selector)
  if (!found) throw new Error(`The preview has no element ${selector}.`)
  return found
}

/** Reads the colour from the style rule, since a script cannot trigger `:focus-visible`. */
function focusRingColor(): string {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const isRing = rule instanceof CSSStyleRule && /\.bink-button:focus-visible/.test(rule.selectorText)
      if (isRing && rule.style.outlineColor) return rule.style.outlineColor
    }
  }
  throw new Error("The button's styles have no rule for :focus-visible.")
}
