import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { componentDocs } from "./.storybook/component-docs-plugin.ts"
import { browserOptions, findBrowser } from "./scripts/browser.ts"
import { sourceAliases } from "./scripts/build/source-aliases.ts"

const { executablePath, args = [] } = findBrowser() ? browserOptions() : {}

/**
 * Compares screenshots of the components with stored ones: `npm run pictures`. `npm run pictures -- --update` accepts
 * changes.
 *
 * It is not part of `npm test`, because every browser version renders slightly different pixels. The bundled typeface
 * and the flags for hinting, subpixels, color profile and scale reduce the differences.
 */
export default defineConfig({
  resolve: { alias: sourceAliases },
  plugins: [componentDocs()],
  test: {
    name: "pictures",
    include: ["test/pictures/**/*.test.ts"],
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 720, height: 600 },
      expect: {
        toMatchScreenshot: {
          comparatorName: "pixelmatch",
          comparatorOptions: { threshold: 0.04, allowedMismatchedPixelRatio: 0.001 },
        },
      },
      instances: (["light", "dark"] as const).map((colorScheme) => ({
        browser: "chromium",
        name: colorScheme,
        provider: playwright({
          launchOptions: {
            ...(executablePath && { executablePath }),
            args: [
              ...args,
              "--font-render-hinting=none",
              "--disable-lcd-text",
              "--force-color-profile=srgb",
              "--force-device-scale-factor=1",
            ],
          },
          contextOptions: { colorScheme, reducedMotion: "reduce" },
        }),
      })),
    },
  },
})
