import { defineMain } from "@storybook/react-vite/node"
import remarkGfm from "remark-gfm"
import { mergeConfig } from "vite"
import { sourceAliases } from "../scripts/build/source-aliases.ts"
import { componentDocs } from "./component-docs-plugin.ts"

export default defineMain({
  framework: "@storybook/react-vite",
  stories: ["../stories/**/*.mdx", "../stories/**/*.stories.tsx"],
  addons: [
    {
      name: "@storybook/addon-docs",
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    "@storybook/addon-a11y",
    "@storybook/addon-vitest",
    "storybook-addon-pseudo-states",
  ],
  staticDirs: [
    { from: "../node_modules/@fontsource-variable/inter/files", to: "/fonts" },
    { from: "./brand", to: "/brand" },
    { from: "../docs/design", to: "/design" },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
  features: { sidebarOnboardingChecklist: false, menuOnboardingChecklist: false, backgrounds: false },
  // The plugin reads the types instead.
  typescript: { reactDocgen: false },
  viteFinal: (config) =>
    mergeConfig(config, {
      // Relative asset URLs, so that the built Storybook works in any folder of a static host.
      base: "./",
      plugins: [componentDocs()],
      // Browsers that support light-dark(). For older targets, Vite replaces it with variables that follow the root
      // element, and one page cannot show both colour schemes.
      build: { cssTarget: ["chrome123", "firefox120", "safari17.5"] },
      // Stories import the public names. The alias resolves them to the sources, so that no build is needed.
      resolve: { alias: sourceAliases },
    }),
})
