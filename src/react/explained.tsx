import { type ReactNode, version } from "react"

interface ExplainedProps {
  buttonRef: unknown
  name: string
  explanation: string
  children: ReactNode
}

// Where this copy of the module was loaded, and how often it has rendered: an id that no other process, bundle or
// badge has. `useId` would do within one tree, but it is a hook, and Server Components of two requests can meet in
// one page. Not `Math.random()`, which Next refuses while it prerenders.
const loaded = /* @__PURE__ */ Math.trunc((performance.timeOrigin + performance.now()) * 1000).toString(36)
let rendered = 0

// React 18 passes an unknown attribute on as it is written, React 19 knows the property.
const popoverTarget = /* @__PURE__ */ version.startsWith("18") ? "popovertarget" : "popoverTarget"

// No `all: unset`: the browser's focus ring stays. The negative margin lets 24 px stand in a line of text.
const buttonStyle = {
  minWidth: 24,
  minHeight: 24,
  margin: "calc(.5em - 12px) 0",
  padding: 0,
  border: 0,
  background: "none",
  font: "inherit",
  color: "inherit",
  verticalAlign: "middle",
  cursor: "pointer",
}

/**
 * A button whose popover says what the badge stands for. HTML does it all: no script, no state. The ids of a server
 * and a browser differ, hence `suppressHydrationWarning`: React then leaves the server's pair as it is.
 */
export function Explained({ buttonRef, name, explanation, children, ...props }: ExplainedProps) {
  const id = `bink-${loaded}-${rendered++}`
  return (
    <>
      <button
        type="button"
        aria-label={name}
        suppressHydrationWarning
        style={buttonStyle}
        {...{ ref: buttonRef as never, [popoverTarget]: id }}
        {...props}
      >
        {children}
      </button>
      <span id={id} popover="" suppressHydrationWarning>
        {explanation}
      </span>
    </>
  )
}
