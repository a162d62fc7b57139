import { type ReactElement, version } from "react"

// Starts at a time in microseconds, so that ids of two servers, bundles or pages differ. `useId` is a hook, and Next.js
// rejects `Math.random()` while it prerenders.
let nextId = /* @__PURE__ */ performance.now()

// React 18 writes unknown attributes unchanged. React 19 has a property for this one.
const popoverTarget = version < "19" ? "popovertarget" : "popoverTarget"

// At least 24 px in both directions (WCAG 2.5.8), without making a line of text higher. `all: unset` would remove the
// focus ring.
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

// Below the badge, or above it at the bottom of the viewport. Browsers without `position-area` centre it.
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
 * Wraps a badge in a `<button>` that opens an explanation in a popover, without JavaScript. The ids of server and
 * browser differ; `suppressHydrationWarning` keeps the server's.
 */
export function withExplanation(badge: ReactElement, explanation: string): ReactElement {
  const id = `bink-${nextId++}`
  return (
    <>
      <button type="button" style={buttonStyle} {...{ [popoverTarget]: id }} suppressHydrationWarning>
        {badge}
      </button>
      <span id={id} popover="" style={popoverStyle} suppressHydrationWarning>
        {explanation}
      </span>
    </>
  )
}
