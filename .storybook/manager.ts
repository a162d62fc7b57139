import { addons } from "storybook/manager-api"
import { dark, light } from "./theme.ts"

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)")
const setTheme = () =>
  addons.setConfig({
    theme: prefersDark.matches ? dark : light,
    sidebar: { showRoots: true },
  })

setTheme()
prefersDark.addEventListener("change", setTheme)
