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
export function Schemes(props: { scheme: Scheme; inDocs: boolean; children: ReactNode }) {
  const { scheme, inDocs, children } = props
  if (scheme !== "both") return <Surface scheme={scheme}>{children}</Surface>
  const second = <Surface scheme="dark">{children}</Surface>
  return (
    <div className={inDocs ? "sb-surfaces" : undefined}>
      <Surface scheme="light">{children}</Surface>
      {inDocs ? second : <BesideStory>{second}</BesideStory>}
    </div>
  )
}

function Surface({ scheme, children }: { scheme: "system" | "light" | "dark"; children: ReactNode }) {
  const colorScheme = COLOR_SCHEME[scheme]
  return (
    <div className="sb-surface" style={{ colorScheme, "--bink-color-scheme": colorScheme } as CSSProperties}>
      {children}
    </div>
  )
}

function BesideStory({ children }: { children: ReactNode }) {
  const [container] = useState(() => document.createElement("div"))
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
