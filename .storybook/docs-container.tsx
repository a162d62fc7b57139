import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks"
import { type PropsWithChildren, useEffect, useState } from "react"
import { GLOBALS_UPDATED } from "storybook/internal/core-events"
import type { Scheme } from "./scheme.tsx"
import { dark, light } from "./theme.ts"

/** Storybook's docs page, in the colours that the toolbar asks for. */
export function ThemedDocsContainer(props: PropsWithChildren<DocsContainerProps>) {
  const scheme = useToolbarScheme(props.context)
  const prefersDark = usePrefersDark()
  const isDark = scheme === "dark" || (scheme === "system" && prefersDark)

  useEffect(() => {
    document.documentElement.style.colorScheme = isDark ? "dark" : "light"
  }, [isDark])

  return <DocsContainer {...props} theme={isDark ? dark : light} />
}

function useToolbarScheme(context: DocsContainerProps["context"]): Scheme {
  const [scheme, setScheme] = useState(schemeOfAddress)
  useEffect(() => {
    const onUpdate = ({ globals }: { globals: { scheme?: Scheme } }) => setScheme(globals.scheme ?? "system")
    context.channel.on(GLOBALS_UPDATED, onUpdate)
    return () => context.channel.off(GLOBALS_UPDATED, onUpdate)
  }, [context.channel])
  return scheme
}

/** The manager hands the toolbar's state to a page that loads as `&globals=scheme:dark;…`. */
function schemeOfAddress(): Scheme {
  const globals = new URLSearchParams(location.search).get("globals") ?? ""
  return (/(?:^|;)scheme:(\w+)/.exec(globals)?.[1] as Scheme | undefined) ?? "system"
}

function usePrefersDark(): boolean {
  const [query] = useState(() => matchMedia("(prefers-color-scheme: dark)"))
  const [prefersDark, setPrefersDark] = useState(query.matches)
  useEffect(() => {
    const onChange = () => setPrefersDark(query.matches)
    query.addEventListener("change", onChange)
    return () => query.removeEventListener("change", onChange)
  }, [query])
  return prefersDark
}
