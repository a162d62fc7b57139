import { SignInWithBinkButton } from "authjs-bink/react"
import { expect, fn, userEvent } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes } from "./auth-routes.ts"
import { Specimen, Specimens } from "./gallery/gallery.tsx"
import { THEMES } from "./gallery/values.ts"

const meta = preview.meta({
  title: "Components/SignInWithBinkButton/States",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  beforeEach: () => answerAuthRoutes().restore,
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

/** As it waits for a click. */
export const Rest = meta.story({})

/** Under a pointer. */
export const Hover = meta.story({ parameters: { pseudo: { hover: true } } })

/** The focus ring, which only a keyboard brings up: 2 px, with a gap, at least 3 : 1 against the page. */
export const FocusVisible = meta.story({ parameters: { pseudo: { focusVisible: true } } })

/** While it is pressed. */
export const Active = meta.story({ parameters: { pseudo: { active: true } } })

/** Not usable now. It says so to assistive technology as a native button does. */
export const Disabled = meta.story({
  args: { disabled: true },
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole("button")) await expect(button).toBeDisabled()
  },
})

/**
 * On the way to Bink. Neither size nor focus changes, a second click does nothing, and a screen reader hears it: the
 * button stays enabled and says `aria-busy` and `aria-disabled`.
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

/** A failed sign-in ends pending and says so below the button, out loud as well. */
export const Failed = meta.story({
  beforeEach: () => answerAuthRoutes({ csrf: () => new Response("down", { status: 503 }) }).restore,
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
