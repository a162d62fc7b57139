import { DocsContainer, type DocsContainerProps } from "@storybook/addon-docs/blocks"
import { type PropsWithChildren, useEffect, useState } from "react"
import { GLOBALS_UPDATED } from "storybook/internal/core-events"
import type { Scheme } from "./scheme.tsx"
import { dark, light } from "./theme.ts"

/** Renders docs pages in the colour scheme that the toolbar selects. */
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
  const [scheme, setScheme] = useState(schemeFromUrl)
  useEffect(() => {
    const onUpdate = ({ globals }: { globals: { scheme?: Scheme } }) => setScheme(globals.scheme ?? "system")
    context.channel.on(GLOBALS_UPDATED, onUpdate)
    return () => context.channel.off(GLOBALS_UPDATED, onUpdate)
  }, [context.channel])
  return scheme
}

/** Reads the toolbar's state from the URL of the preview: `&globals=scheme:dark;…`. */
function schemeFromUrl(): Scheme {
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
