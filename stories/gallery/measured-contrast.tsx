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
  one: string
  other: string
  /** WCAG 1.4.3 for text, 1.4.11 for what else has to be seen; none where other parts carry it. */
  needs: 4.5 | 3
}

/** What the components are painted in, read off the components themselves, on a white and on a dark page. */
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
  const stage = useRef<HTMLDivElement>(null)
  const [pairs, setPairs] = useState<Pair[]>([])
  useLayoutEffect(() => setPairs(measure(stage.current as HTMLDivElement, page)), [page])

  return (
    <section
      aria-label={`On ${scheme}`}
      style={{ background: page, colorScheme: scheme, "--bink-color-scheme": scheme } as CSSProperties}
    >
      <h3>
        On {scheme} <code>{page}</code>
      </h3>
      <div className="contrasts-stage" ref={stage}>
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
            <th scope="col">Needs</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ name, one, other, needs }) => (
            <tr key={name} data-ratio={contrast(one, other)} data-needs={needs}>
              <th scope="row">{name}</th>
              <td>
                <i style={{ background: one }} />
                <i style={{ background: other }} />
              </td>
              <td>{contrast(one, other).toFixed(1)} : 1</td>
              <td>{needs} : 1</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function measure(stage: HTMLElement, page: string): Pair[] {
  const pairs: Pair[] = []
  for (const theme of THEMES) {
    const button = find(stage, `[data-theme=${theme}]`)
    const { color, backgroundColor, borderTopColor } = getComputedStyle(button)
    pairs.push({ name: `${theme}: words and mark`, one: color, other: backgroundColor, needs: 4.5 })
    // A neutral button is told by its words, as WCAG 1.4.11 allows; the others by their edge.
    if (theme === "filled") pairs.push({ name: "filled: edge", one: backgroundColor, other: page, needs: 3 })
    if (theme === "outline") pairs.push({ name: "outline: edge", one: borderTopColor, other: page, needs: 3 })
  }
  pairs.push({ name: "focus ring", one: focusRing(), other: page, needs: 3 })
  const seal = find(stage, "[data-level='1']").getAttribute("fill") as string
  const shield = find(stage, "[data-level='2']")
  const [gold, edge] = [shield.getAttribute("fill") as string, shield.getAttribute("stroke") as string]
  pairs.push(
    { name: "badge 1: seal", one: seal, other: page, needs: 3 },
    { name: "badge 2: edge", one: edge, other: page, needs: 3 },
    { name: "badge 2: tick", one: edge, other: gold, needs: 3 },
  )
  return pairs
}

function find(stage: HTMLElement, selector: string): Element {
  const found = stage.querySelector(selector)
  if (!found) throw new Error(`Nothing to measure at ${selector}.`)
  return found
}

/** No script can bring up a focus ring of the keyboard's, so its colour is read from the rule that paints it. */
function focusRing(): string {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      const isRing = rule instanceof CSSStyleRule && /\.bink-button:focus-visible/.test(rule.selectorText)
      if (isRing && rule.style.outlineColor) return rule.style.outlineColor
    }
  }
  throw new Error("The button's styles have no rule for :focus-visible.")
}
