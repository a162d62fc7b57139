import { storybookTest } from "@storybook/addon-vitest/vitest-plugin"
import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { browserOptions, findBrowser } from "./scripts/browser.ts"
import { sources } from "./scripts/public-names.ts"

/**
 * Tests import by public name. `TEST_DIST=1 npx vitest run` repoints those names from the sources to the built
 * package, so that the same tests hold for what is published.
 */
const alias = process.env.TEST_DIST ? [] : sources

/** next-auth 5 imports "next/server" without its extension, which bundlers find and Node does not. */
const server = { deps: { inline: [/\/node_modules\/next-auth\//] } }

/** Projects that need no browser run without one; the others then fail with Playwright's own words. */
const launchOptions = findBrowser() ? browserOptions() : {}

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "node",
          include: [
            "test/{api,better-auth,cli,emulator,locales,oauth,profile,provider,session}/**/*.test.ts",
            "test/*.test.ts",
          ],
          testTimeout: 20_000,
          server,
        },
      },
      {
        resolve: { alias },
        test: { name: "react", include: ["test/react/**/*.test.tsx"], environment: "jsdom" },
      },
      {
        // The components' build in a real browser, with both React versions: run `npm run build` first.
        test: {
          name: "browser",
          include: ["test/react/browser/**/*.test.ts"],
          testTimeout: 60_000,
          server,
        },
      },
      {
        // Reads `dist`: run `npm run build` first.
        test: { name: "package", include: ["test/{package,types,docs}/**/*.test.ts"], testTimeout: 120_000 },
      },
      {
        // Builds and starts apps, and drives them in a browser: run `npm run build` first.
        test: {
          name: "flow",
          include: ["test/flow/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // An app, an emulator and a browser on a busy machine of two cores take longer than the default second.
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        // Builds the documentation's site, and looks at it in a browser.
        test: {
          name: "site",
          include: ["test/site/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 300_000,
          expect: { poll: { timeout: 15_000 } },
        },
      },
      {
        // Each story is a test: its play function, and axe, on a light and on a dark system.
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
