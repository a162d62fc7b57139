import { satteri } from "@astrojs/markdown-satteri"
import starlight from "@astrojs/starlight"
import { defineConfig } from "astro/config"
import packageJson from "../package.json" with { type: "json" }
import { sourceAliases } from "../scripts/build/source-aliases.ts"
import { stackedTables, unbrokenNames } from "./html-plugins.ts"
import { repositoryLinks } from "./links.ts"
import { PUBLIC, siteAddress } from "./routes.ts"
import { sidebar } from "./sections.ts"

const { site, base } = siteAddress()
const problems: string[] = []

export default defineConfig({
  ...(site && { site }),
  base,
  publicDir: PUBLIC,
  cacheDir: "./.cache/astro",
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({
      mdastPlugins: [repositoryLinks(base, problems)],
      hastPlugins: [stackedTables, unbrokenNames],
      // Quotation marks and dashes stay as written.
      features: { smartPunctuation: false },
    }),
  },
  vite: {
    // The home page imports the components by their public names.
    resolve: { alias: sourceAliases },
    // Astro needs a newer version than the one at the top of node_modules.
    environments: { prerender: { resolve: { noExternal: ["cookie"] } } },
    build: {
      rolldownOptions: {
        // The components are only rendered to HTML, where "use client" has no effect.
        onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
      },
    },
  },
  integrations: [
    starlight({
      title: "authjs-bink",
      description: packageJson.description,
      favicon: "/favicon.svg",
      sidebar: sidebar("/storybook/"),
      customCss: [
        "@fontsource-variable/inter",
        "./src/styles/theme.css",
        "./src/styles/pages.css",
        "./src/styles/types.css",
      ],
      components: {
        Head: "./src/components/Head.astro",
        Hero: "./src/components/Hero.astro",
        MarkdownContent: "./src/components/MarkdownContent.astro",
        PageTitle: "./src/components/PageTitle.astro",
        SiteTitle: "./src/components/SiteTitle.astro",
      },
      markdown: { processedDirs: ["../docs", "./.cache/reference", "../test/provider"] },
      expressiveCode: {
        themes: ["github-dark-default", "github-light-default"],
        useDarkModeMediaQuery: true,
        // Commands have no window frame.
        defaultProps: { overridesByLang: { "sh,text": { frame: "none" } } },
        styleOverrides: {
          borderRadius: "10px",
          codeBackground: "var(--panel)",
          borderColor: "var(--line)",
          codeFontFamily: "var(--__sl-font-mono)",
          frames: {
            frameBoxShadowCssValue: "none",
            editorBackground: "var(--panel)",
            terminalBackground: "var(--panel)",
            editorTabBarBackground: "var(--panel)",
            editorActiveTabBackground: "var(--panel)",
            editorActiveTabIndicatorTopColor: "transparent",
            editorActiveTabIndicatorBottomColor: "transparent",
            editorActiveTabBorderColor: "transparent",
            editorTabBarBorderBottomColor: "var(--line)",
            editorActiveTabForeground: "var(--muted)",
            terminalTitlebarBackground: "var(--panel)",
            terminalTitlebarBorderBottomColor: "var(--line)",
          },
        },
      },
      credits: false,
    }),
    {
      name: "check-links",
      hooks: {
        "astro:build:done": () => {
          if (problems.length > 0) throw new Error(`Invalid pages:\n\n${problems.join("\n")}`)
        },
      },
    },
  ],
})
