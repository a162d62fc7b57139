import { type ReactElement, version } from "react"

// Counted from a moment to the microsecond, so that the ids of two servers, bundles or badges differ. `useId` would
// do, but it is a hook; `Math.random()` would, but Next refuses it while it prerenders.
let id = /* @__PURE__ */ performance.now()

// React 18 passes an unknown attribute on as it is written, React 19 knows the property.
const popoverTarget = version < "19" ? "popovertarget" : "popoverTarget"

// At least 24 px, in a line of text no higher than the text. No `all: unset`, which would take the focus ring.
const buttonStyle = {
  minWidth: 24,
  minHeight: 24,
  margin: "calc(.5em - 12px) 0",
  padding: 0,
  border: 0,
  background: "none",
  font: "inherit",
  color: "inherit",
}

// Under the badge, above it at the foot of a page; in the middle of the screen where `position-area` is not known.
const popoverStyle = {
  positionArea: "bottom",
  positionTryFallbacks: "flip-block",
  maxWidth: "18em",
  padding: 8,
  border: "1px solid #888",
  borderRadius: 8,
  font: "14px/1.4 system-ui",
}

/**
 * A button around a badge, whose popover says what the badge stands for. HTML does it all: no script, no state. A
 * server's id and a browser's differ; `suppressHydrationWarning` lets the server's pair stand.
 */
export function explained(badge: ReactElement, explanation: string): ReactElement {
  const target = `bink-${id++}`
  return (
    <>
      <button type="button" style={buttonStyle} {...{ [popoverTarget]: target }} suppressHydrationWarning>
        {badge}
      </button>
      <span id={target} popover="" style={popoverStyle} suppressHydrationWarning>
        {explanation}
      </span>
    </>
  )
}
