import { ar } from "authjs-bink/locales"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { expect, fn, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { mockAuthRoutes } from "./mock-auth-routes.ts"
import "./gallery/card.css"
import { ServerRendered } from "./gallery/server-rendered.tsx"

const meta = preview.meta({
  title: "Components/Sign-in button/Layout",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  beforeEach: () => mockAuthRoutes(),
})

/** The button shrinks to a container of 200 px. */
export const NarrowBox = meta.story({
  render: (args) => (
    <div style={{ inlineSize: 200, outline: "1px dashed var(--line)" }}>
      <SignInWithBinkButton {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    const { width } = button.getBoundingClientRect()
    await expect(width).toBeLessThanOrEqual(200)
    await expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth)
  },
})

/** A long text wraps. It is never cut off. */
export const LongText = meta.story({
  args: { children: "Continue with the Bink account that your school gave you in the first year" },
  render: (args) => (
    <div style={{ inlineSize: 280, outline: "1px dashed var(--line)" }}>
      <SignInWithBinkButton {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    await expect(button.getBoundingClientRect().width).toBeLessThanOrEqual(280)
    await expect(button.scrollHeight).toBeLessThanOrEqual(button.clientHeight)
  },
})

/** A word that is wider than the button breaks. */
export const LongWord = meta.story({
  args: { children: "Benutzerkontenverknüpfungseinstellungen", style: { overflowWrap: "anywhere" } },
  render: (args) => (
    <div style={{ inlineSize: 200, outline: "1px dashed var(--line)" }}>
      <SignInWithBinkButton {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    await expect(button.getBoundingClientRect().width).toBeLessThanOrEqual(200)
    await expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth)
  },
})

/** The button grows with its text, here at 200 %. */
export const LargeText = meta.story({
  args: { style: { fontSize: 32 } },
  render: (args) => (
    <div style={{ fontSize: 32, maxInlineSize: 320 }}>
      <SignInWithBinkButton {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    await expect(button.scrollHeight).toBeLessThanOrEqual(button.clientHeight)
    await expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth)
  },
})

/** In right-to-left languages the logo is on the right. */
export const RightToLeft = meta.story({
  globals: { direction: "rtl", language: "ar" },
  args: { messages: ar },
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    const logo = button.querySelector("svg")?.getBoundingClientRect()
    const { left, right } = button.getBoundingClientRect()
    await expect(logo?.left).toBeGreaterThan((left + right) / 2)
  },
})

/** Several sign-in buttons of the same width. */
export const AmongOthers = meta.story({
  render: (args) => (
    <div className="g-sign-in-options">
      <h2>Welcome back</h2>
      <p>Choose how to sign in.</p>
      <SignInWithBinkButton {...args} theme="filled" fullWidth logoAlignment="center" />
      <SignInWithBinkButton {...args} theme="outline" fullWidth logoAlignment="center">
        Use another Bink account
      </SignInWithBinkButton>
    </div>
  ),
})

/**
 * A page that blocks all CSS with the Content-Security-Policy `style-src 'none'`. The button looks like a native button;
 * the badge does not change.
 */
export const BlockedCss = meta.story({
  parameters: { controls: { disable: true } },
  render: () => (
    <ServerRendered title="A page that blocks all CSS" policy="style-src 'none'">
      <p>
        <SignInWithBinkButton />
      </p>
      <p>
        Ada Okonkwo <VerificationBadge verificationLevel={1} /> and Layla Haddad{" "}
        <VerificationBadge verificationLevel={2} />
      </p>
    </ServerRendered>
  ),
  play: async ({ canvas }) => {
    const frame = canvas.getByTitle<HTMLIFrameElement>("A page that blocks all CSS")
    await waitFor(() => expect(frame.contentDocument?.querySelector("button")).toBeTruthy())
    const button = frame.contentDocument?.querySelector("button")
    await expect(button && getComputedStyle(button).display).toBe("inline-block")
    const { width = 0, height = 0 } = button?.getBoundingClientRect() ?? {}
    await expect(height).toBeLessThan(60)
    await expect(width).toBeLessThan(300)
  },
})
