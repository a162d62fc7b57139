import { satteri } from "@astrojs/markdown-satteri"
import starlight from "@astrojs/starlight"
import { defineConfig } from "astro/config"
import { sources } from "../scripts/public-names.ts"
import { siteAddress } from "./address.ts"
import { repositoryLinks } from "./links.ts"
import { PUBLIC } from "./public-files.ts"
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
      // Quotation marks and dashes stay as they were written.
      features: { smartPunctuation: false },
    }),
  },
  vite: {
    // The home page shows the components themselves, by their public name.
    resolve: { alias: sources },
    // Astro's own is newer than the one that the rest of the repository has at the top of node_modules.
    environments: { prerender: { resolve: { noExternal: ["cookie"] } } },
    build: {
      rolldownOptions: {
        // "use client" means nothing here: the components are rendered to HTML, once.
        onwarn: (warning, warn) => warning.code === "MODULE_LEVEL_DIRECTIVE" || warn(warning),
      },
    },
  },
  integrations: [
    starlight({
      title: "authjs-bink",
      description: "Sign in with Bink for Auth.js and NextAuth.",
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
        PageTitle: "./src/components/PageTitle.astro",
        SiteTitle: "./src/components/SiteTitle.astro",
      },
      markdown: { processedDirs: ["../docs", "./.cache/reference", "../test/provider"] },
      expressiveCode: {
        themes: ["github-dark-default", "github-light-default"],
        useDarkModeMediaQuery: true,
        // No window is drawn around a command.
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
      name: "every-link-leads-somewhere",
      hooks: {
        "astro:build:done": () => {
          if (problems.length > 0) throw new Error(`Pages need mending:\n\n${problems.join("\n")}`)
        },
      },
    },
  ],
})
