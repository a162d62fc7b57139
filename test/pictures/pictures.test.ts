import { expect, test } from "vitest"
import { cdp, page } from "vitest/browser"
import * as button from "../../stories/sign-in-button.stories.tsx"
import * as layout from "../../stories/sign-in-button-layout.stories.tsx"
import * as states from "../../stories/sign-in-button-states.stories.tsx"
import * as badge from "../../stories/verification-badge.stories.tsx"
import * as badgeButton from "../../stories/verification-badge-button.stories.tsx"

const scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"

/** Stories with Latin text only. Fonts for other scripts come from the machine. */
const pictures = {
  text: button.Text,
  variant: button.Variant,
  theme: button.Theme,
  "color-scheme": button.ColorScheme,
  size: button.Size,
  shape: button.Shape,
  "logo-alignment": button.LogoAlignment,
  logo: button.Logo,
  "custom-properties": button.CustomProperties,
  rest: states.Rest,
  hover: states.Hover,
  "focus-visible": states.FocusVisible,
  active: states.Active,
  pending: states.Pending,
  disabled: states.Disabled,
  failed: states.Failed,
  "narrow-box": layout.NarrowBox,
  "long-text": layout.LongText,
  "among-others": layout.AmongOthers,
  levels: badge.Levels,
  "without-color": badge.WithoutColor,
  label: badge.Label,
  "in-text": badge.InText,
  "badge-size": badge.Size,
  "badge-button": badgeButton.Label,
  popover: badgeButton.Popover,
}

const forced = { rest: states.Rest, pending: states.Pending, levels: badge.Levels }

test.each(Object.entries(pictures))("%s matches its picture", async (name, story) => {
  await compare(name, story)
})

test.each(Object.entries(forced))("%s matches its picture with forced colors", async (name, story) => {
  const emulate = (value: string) =>
    cdp().send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value }] })
  await emulate("active")
  try {
    expect(matchMedia("(forced-colors: active)").matches).toBe(true)
    await compare(`forced-${name}`, story)
  } finally {
    await emulate("")
  }
})

async function compare(name: string, story: { run: () => Promise<void> }) {
  document.body.className = "sb-show-main sb-main-fullscreen"
  // Captions in the stories' font: the monospace font comes from the machine.
  document.documentElement.style.setProperty("--mono", "var(--font)")
  await story.run()
  const surface = document.querySelector<HTMLElement>(".sb-surface")
  if (!surface) throw new Error(`The story ${name} rendered no surface.`)
  // As high as the story: on a large blank page, a difference is a small ratio of the pixels.
  surface.style.minBlockSize = "0"
  await expect(page.elementLocator(surface)).toMatchScreenshot(`${name}-${scheme}`)
}
