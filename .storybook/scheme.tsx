import { type CSSProperties, type ReactNode, useEffect, useState } from "react"
import { createPortal } from "react-dom"

/** What the colour-scheme toolbar offers. `both` shows a story twice, side by side. */
export type Scheme = "system" | "light" | "dark" | "both"

const COLOR_SCHEME = { system: "light dark", light: "light", dark: "dark" } as const

/**
 * Paints `children` on a surface of one colour scheme, or on one of each.
 *
 * A page of one story has its second copy outside of the story's own element, so that a play function still finds one
 * of everything.
 */
export function Schemes(props: { scheme: Scheme; inDocs: boolean; bare: boolean; children: ReactNode }) {
  const { scheme, inDocs, bare, children } = props
  if (scheme !== "both") return <Surface {...{ scheme, bare, children }} />
  const second = <Surface scheme="dark" {...{ bare, children }} />
  return (
    <div className={inDocs ? "sb-surfaces" : undefined}>
      <Surface scheme="light" {...{ bare, children }} />
      {inDocs ? second : <BesideStory>{second}</BesideStory>}
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

function BesideStory({ children }: { children: ReactNode }) {
  const [container] = useState(() => Object.assign(document.createElement("div"), { className: "sb-beside" }))
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
