import { storybookTest } from "@storybook/addon-vitest/vitest-plugin"
import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { browserOptions, findBrowser } from "./scripts/browser.ts"
import { sourceAliases } from "./scripts/build/source-aliases.ts"

/** Tests import the package by its public entries. They resolve to the sources, or with `TEST_DIST=1` to the build. */
const alias = process.env.TEST_DIST ? [] : sourceAliases

/** next-auth 5 imports "next/server" without its extension, which Node.js does not resolve. */
const server = { deps: { inline: [/\/node_modules\/next-auth\//] } }

/** The default of one second is too short for an app, an emulator and a browser on a busy machine. */
const expect = { poll: { timeout: 15_000 } }

/** Without a browser, only the projects that use one fail. */
const launchOptions = findBrowser() ? browserOptions() : {}

/** Tests that start databases, compile, or wait for more than a thousand faults. */
const INTEGRATION = [
  "test/cli/{doctor,emulator,init,init-shapes}.test.ts",
  "test/emulator/endurance.test.ts",
  "test/fuzz/fuzz.test.ts",
  "test/oauth/process.test.ts",
  "test/provider/{edge,faults,types}.test.ts",
  "test/session/{database-accounts,multiple-instances,persistence,split-config,store-over-http}.test.ts",
]

export default defineConfig({
  test: {
    projects: [
      {
        // Without a browser and without a build, in less than a minute.
        resolve: { alias },
        test: {
          name: "unit",
          include: [
            "test/{api,better-auth,cli,emulator,locales,oauth,profile,provider,scripts,session,testing}/**/*.test.ts",
            "test/*.test.ts",
          ],
          exclude: INTEGRATION,
          testTimeout: 20_000,
          server,
        },
      },
      {
        resolve: { alias },
        test: { name: "integration", include: INTEGRATION, testTimeout: 20_000, server, expect },
      },
      {
        resolve: { alias },
        test: { name: "react", include: ["test/react/**/*.test.tsx"], environment: "jsdom" },
      },
      {
        // The built components in a browser, with React 18 and 19. Run `npm run build` first.
        test: {
          name: "browser",
          include: ["test/react/browser/**/*.test.ts"],
          testTimeout: 60_000,
          server,
          expect,
        },
      },
      {
        // Reads `dist`. Run `npm run build` first.
        test: { name: "package", include: ["test/{package,docs}/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        // Compiles apps with several versions of TypeScript and next-auth. Run `npm run build` first.
        test: {
          name: "types",
          include: ["test/types/**/*.test.ts"],
          globalSetup: "test/types/setup.ts",
          testTimeout: 120_000,
        },
      },
      {
        // Real libraries and databases, which are installed on demand. `npm run adapters` runs it, `npm test` does not.
        resolve: { alias },
        test: {
          name: "adapters",
          include: ["test/adapters/*.test.ts"],
          globalSetup: "test/adapters/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 300_000,
          server,
        },
      },
      {
        // Builds and starts apps, and uses them in a browser. Run `npm run build` first.
        test: {
          name: "flow",
          include: ["test/flow/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          expect,
        },
      },
      {
        // Builds the documentation site, and uses it in a browser.
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          globalSetup: "test/site/built-site.ts",
          testTimeout: 60_000,
          hookTimeout: 300_000,
          expect,
        },
      },
      {
        // Runs the play function of each story, and axe, with a light and a dark color scheme.
        plugins: [storybookTest()],
        test: {
          name: "storybook",
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: (["light", "dark"] as const).map((colorScheme) => ({
              browser: "chromium",
              name: `storybook (${colorScheme})`,
              provider: playwright({ launchOptions, contextOptions: { colorScheme } }),
            })),
          },
        },
      },
    ],
  },
})
