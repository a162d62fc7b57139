import { type ReactNode, version } from "react"
import { explanationEnglish } from "./english.js"

// Counted from a moment to the microsecond, so that the ids of two servers, bundles or badges differ. `useId` would
// do, but it is a hook; `Math.random()` would, but Next refuses it while it prerenders.
let id = /* @__PURE__ */ performance.now()

// React 18 passes an unknown attribute on as it is written, React 19 knows the property.
const popoverTarget = version < "19" ? "popovertarget" : "popoverTarget"

// At least 24 px, in a line of text no higher than the text. No `all: unset`, which would take the focus ring.
const style = {
  minWidth: 24,
  minHeight: 24,
  margin: "calc(.5em - 12px) 0",
  padding: 0,
  border: 0,
  background: "none",
  font: "inherit",
  color: "inherit",
}

// Under the badge, turned about at an edge; in the middle of the screen where `anchor()` is not known.
const popoverStyle = {
  inset: "calc(anchor(bottom) + 4px) auto auto anchor(left)",
  positionAnchor: "auto",
  positionTryFallbacks: "flip-inline,flip-block",
  maxWidth: "18em",
  padding: "8px 12px",
  border: "1px solid #888",
  borderRadius: 8,
  font: "14px/1.4 system-ui",
}

/**
 * A button around a badge, whose popover says what the badge stands for. HTML does it all: no script, no state. A
 * server's id and a browser's differ; `suppressHydrationWarning` lets the server's pair stand.
 */
export function Explained({
  text,
  level,
  children,
}: {
  text: string | undefined
  level: 1 | 2
  children: ReactNode
}) {
  const target = `bink-${id++}`
  return (
    <>
      <button type="button" style={style} {...{ [popoverTarget]: target }} suppressHydrationWarning>
        {children}
      </button>
      <span id={target} popover="" style={popoverStyle} suppressHydrationWarning>
        {text ?? explanationEnglish[level === 1 ? "verifiedExplanation" : "trustedExplanation"]}
      </span>
    </>
  )
}
