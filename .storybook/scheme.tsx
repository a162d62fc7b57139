import { type CSSProperties, type ReactNode, useEffect, useState } from "react"
import { createPortal } from "react-dom"

/** Values of the colour scheme toolbar. `both` shows a story twice, side by side. */
export type Scheme = "system" | "light" | "dark" | "both"

const COLOR_SCHEME = { system: "light dark", light: "light", dark: "dark" } as const

/**
 * Renders `children` on a surface with one colour scheme, or on one surface for each scheme.
 *
 * On a story page, the second surface is outside the story's root element, so that a play function finds each element
 * once.
 */
export function Schemes(props: { scheme: Scheme; inDocs: boolean; bare: boolean; children: ReactNode }) {
  const { scheme, inDocs, bare, children } = props
  if (scheme !== "both") return <Surface {...{ scheme, bare, children }} />
  const second = <Surface scheme="dark" {...{ bare, children }} />
  return (
    <div className={inDocs ? "sb-surfaces" : undefined}>
      <Surface scheme="light" {...{ bare, children }} />
      {inDocs ? second : <OutsideStory>{second}</OutsideStory>}
    </div>
  )
}

function Surface(props: { scheme: "system" | "light" | "dark"; bare: boolean; children: ReactNode }) {
  const { scheme, bare, children } = props
  const colorScheme = COLOR_SCHEME[scheme]
  return (
    <div
      className={bare ? "sb-surface sb-bare" : "sb-surface"}
      style={{ colorScheme, "--bink-color-scheme": colorScheme } as CSSProperties}
    >
      {children}
    </div>
  )
}

function OutsideStory({ children }: { children: ReactNode }) {
  const [container] = useState(() =>
    Object.assign(document.createElement("div"), { className: "sb-second-surface" }),
  )
  useEffect(() => {
    document.body.append(container)
    document.body.classList.add("sb-surfaces")
    return () => {
      container.remove()
      document.body.classList.remove("sb-surfaces")
    }
  }, [container])
  return createPortal(children, container)
}
