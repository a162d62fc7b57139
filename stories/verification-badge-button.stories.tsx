import { VerificationBadgeButton } from "authjs-bink/react"
import { expect, userEvent, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { Specimen, Specimens } from "./gallery/gallery.tsx"

const meta = preview.meta({
  title: "Components/Verification badge button",
  component: VerificationBadgeButton,
  args: { verificationLevel: 1 },
  argTypes: {
    verificationLevel: { control: "inline-radio", options: [0, 1, 2] },
    size: { control: "text" },
  },
})

/** Change each prop in the controls. Level `0` renders nothing. */
export const Playground = meta.story({})

/** A click or Enter opens an explanation below the badge. Escape or a tap outside closes it. Works without JavaScript. */
export const Popover = meta.story({
  render: (args) => (
    <p style={{ margin: 0, paddingBlockEnd: 96 }}>
      Ada Okonkwo <VerificationBadgeButton {...args} />
    </p>
  ),
  play: async ({ canvas, canvasElement }) => {
    const button = canvas.getByRole("button", { name: /passkey/i })
    const { width, height, bottom } = button.getBoundingClientRect()
    await expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)

    const popover = canvasElement.querySelector<HTMLElement>("[popover]")
    await expect(popover?.matches(":popover-open")).toBe(false)
    await userEvent.click(button)
    await waitFor(() => expect(popover?.matches(":popover-open")).toBe(true))
    await expect(popover).toBeVisible()
    await expect(popover?.getBoundingClientRect().top).toBeGreaterThanOrEqual(bottom - 1)
  },
})

/** `variant="label"` shows the level as text inside the button. */
export const Label = meta.story({
  render: (args) => (
    <Specimens>
      {([1, 2] as const).map((level) => (
        <Specimen key={level} name={`verificationLevel={${level}}`}>
          <VerificationBadgeButton {...args} verificationLevel={level} variant="label" />
        </Specimen>
      ))}
    </Specimens>
  ),
})

/** The popover uses the text colour of its surroundings, on white or black, whichever has more contrast. */
export const OnColors = meta.story({
  render: (args) => (
    <Specimens>
      {[
        ["#ffffff", "#14181f"],
        ["#0a0e15", "#eef2f8"],
        ["#fdf6e3", "#586e75"],
      ].map(([background, color]) => (
        <div key={background} style={{ background, color, padding: 20 }}>
          Ada <VerificationBadgeButton {...args} />
        </div>
      ))}
    </Specimens>
  ),
})
