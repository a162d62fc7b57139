import { defineMain } from "@storybook/react-vite/node"
import remarkGfm from "remark-gfm"
import { sources } from "../scripts/public-names.ts"

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
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
  features: { sidebarOnboardingChecklist: false, menuOnboardingChecklist: false, backgrounds: false },
  // TypeScript 7 has no compiler API in JavaScript yet, which react-docgen-typescript needs; react-docgen reads the
  // sources by itself, JSDoc included.
  typescript: { reactDocgen: "react-docgen" },
  // Assets are asked for relative to the page, so that a built Storybook works in any folder of a static host.
  viteFinal: (config) => ({
    ...config,
    base: "./",
    // Browsers that know light-dark(). For older ones Vite rewrites it into variables that follow the root alone, and
    // two schemes on one page come out as one.
    build: { ...config.build, cssTarget: ["chrome123", "firefox120", "safari17.5"] },
    // Stories import the package by its public name; this points it at the sources, so that no build is needed.
    resolve: { ...config.resolve, alias: [sources, config.resolve?.alias ?? []].flat() },
  }),
})
