import { playwright } from "@vitest/browser-playwright"
import { defineConfig } from "vitest/config"
import { browserOptions, findBrowser } from "./scripts/browser.ts"
import { sources } from "./scripts/public-names.ts"

const { executablePath, args = [] } = findBrowser() ? browserOptions() : {}

/**
 * Pictures of the components against stored ones: `npm run pictures`, and `npm run pictures -- --update` to accept.
 *
 * It stands apart from `npm test`, which has to hold on every machine: no picture is the same to the last pixel in
 * another browser. What can be levelled out is: the typeface comes with the stories, and neither hinting, subpixels,
 * the screen's profile nor a graphics card has a say.
 */
export default defineConfig({
  resolve: { alias: sources },
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
