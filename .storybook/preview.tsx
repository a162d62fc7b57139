import addonA11y from "@storybook/addon-a11y"
import addonDocs from "@storybook/addon-docs"
import { definePreview } from "@storybook/react-vite"
import { useEffect } from "react"
import { configure } from "storybook/test"
import addonPseudoStates from "storybook-addon-pseudo-states"
import "@fontsource-variable/inter"
import { ThemedDocsContainer } from "./docs-container.tsx"
import { languageOf, languages } from "./languages.ts"
import "./preview.css"
import { componentDescription, describeProps } from "./prop-tables.ts"
import { type Scheme, Schemes } from "./scheme.tsx"

export default definePreview({
  addons: [addonDocs(), addonA11y(), addonPseudoStates()],
  tags: ["autodocs"],
  // Load the stories' font first: sizes and pictures depend on it.
  beforeAll: async () => {
    // The default of one second is too short for play functions on a busy machine.
    configure({ asyncUtilTimeout: 10_000 })
    await document.fonts.load('16px "Inter Variable"')
  },
  initialGlobals: { scheme: "system", language: "en", direction: "auto" },
  globalTypes: {
    scheme: {
      description: "Colour scheme",
      toolbar: {
        icon: "mirror",
        dynamicTitle: true,
        items: [
          { value: "system", title: "System colour scheme", icon: "browser" },
          { value: "light", title: "Light", icon: "sun" },
          { value: "dark", title: "Dark", icon: "moon" },
          { value: "both", title: "Side by side", icon: "sidebyside" },
        ],
      },
    },
    language: {
      description: "Language",
      toolbar: {
        icon: "globe",
        dynamicTitle: true,
        items: languages.map(({ name, title, tag }) => ({ value: name, title, right: tag })),
      },
    },
    direction: {
      description: "Direction",
      toolbar: {
        icon: "transfer",
        dynamicTitle: true,
        items: [
          { value: "auto", title: "Direction of the language" },
          { value: "ltr", title: "Left to right" },
          { value: "rtl", title: "Right to left" },
        ],
      },
    },
  },
  parameters: {
    layout: "fullscreen",
    // An axe violation fails the story, in the panel and in `npx vitest run --project storybook`.
    a11y: { test: "error" },
    controls: { expanded: true, sort: "none" },
    docs: {
      container: ThemedDocsContainer,
      toc: { headingSelector: "h2, h3" },
      ...componentDescription,
    },
    options: {
      storySort: {
        order: [
          "Introduction",
          "Overview",
          "Usage",
          "Theming",
          "Design tokens",
          "Accessibility",
          "Content Security Policy",
          "Components",
          [
            "Sign-in button",
            "Custom sign-in button",
            "Sign-in error message",
            "Verification badge",
            "Verification badge button",
            "Logo",
            "Languages",
            "Contrast",
          ],
          "Changelog",
        ],
      },
    },
  },
  argTypesEnhancers: [describeProps],
  decorators: [
    function WithLanguage(Story, { args, globals, viewMode }) {
      const { messages, tag, dir: languageDir } = languageOf(globals.language)
      const dir = globals.direction === "auto" ? languageDir : globals.direction
      useEffect(() => {
        if (viewMode === "docs") return
        document.documentElement.lang = tag
        document.documentElement.dir = dir
      }, [tag, dir, viewMode])
      return (
        <div lang={tag} dir={dir}>
          {tag === "en" ? <Story /> : <Story args={{ messages, ...args }} />}
        </div>
      )
    },
    (Story, { globals, parameters, viewMode }) => (
      <Schemes scheme={globals.scheme as Scheme} inDocs={viewMode === "docs"} bare={Boolean(parameters.bare)}>
        <Story />
      </Schemes>
    ),
  ],
})
