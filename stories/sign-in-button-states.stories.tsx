import { SignInWithBinkButton } from "authjs-bink/react"
import { expect, fn, userEvent } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { Specimen, Specimens } from "./gallery/gallery.tsx"
import { THEMES } from "./gallery/values.ts"
import { mockAuthRoutes } from "./mock-auth-routes.ts"

const meta = preview.meta({
  title: "Components/Sign-in button/States",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  beforeEach: () => mockAuthRoutes(),
  render: (args) => (
    <Specimens>
      {THEMES.map((theme) => (
        <Specimen key={theme} name={theme}>
          <SignInWithBinkButton {...args} theme={theme} />
        </Specimen>
      ))}
    </Specimens>
  ),
})

/** The default state. */
export const Rest = meta.story({})

/** The pointer is over the button. */
export const Hover = meta.story({ parameters: { pseudo: { hover: true } } })

/** Keyboard focus shows a ring: 2 px, with a gap of 2 px and a contrast of at least 3 : 1 to the page. */
export const FocusVisible = meta.story({ parameters: { pseudo: { focusVisible: true } } })

/** The button is pressed. */
export const Active = meta.story({ parameters: { pseudo: { active: true } } })

/** The native `disabled` attribute. */
export const Disabled = meta.story({
  args: { disabled: true },
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole("button")) await expect(button).toBeDisabled()
  },
})

/**
 * Sign-in is in progress. Size and focus do not change, and clicks do nothing. The button sets `aria-busy` and
 * `aria-disabled` instead of `disabled`, and a live region announces the `pending` text.
 */
export const Pending = meta.story({
  args: { pending: true },
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole("button")) {
      await expect(button).toHaveAttribute("aria-busy", "true")
      await expect(button).toHaveAttribute("aria-disabled", "true")
      await expect(button).toBeEnabled()
    }
  },
})

/** Sign-in could not start. The error is shown below the button and announced to screen readers. */
export const Failed = meta.story({
  beforeEach: () => mockAuthRoutes({ csrf: () => new Response("down", { status: 503 }) }),
  render: (args) => <SignInWithBinkButton {...args} />,
  play: async ({ args, canvas }) => {
    const button = canvas.getByRole("button")
    await userEvent.click(button)
    const alert = await canvas.findByRole("alert")
    await expect(alert).toBeVisible()
    await expect(button).not.toHaveAttribute("aria-busy", "true")
    await expect(args.onError).toHaveBeenCalledOnce()
  },
})
