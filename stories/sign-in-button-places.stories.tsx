import { ar } from "authjs-bink/locales"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { expect, fn, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes } from "./auth-routes.ts"
import "./gallery/card.css"
import { ServerRendered } from "./gallery/server-rendered.tsx"

const meta = preview.meta({
  title: "Components/SignInWithBinkButton/Places",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  beforeEach: () => answerAuthRoutes().restore,
})

/** A sidebar, a split screen: it gives way and nothing sticks out. */
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

/** More words than fit take a second line. They are never cut. */
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

/** One word that is wider than the box breaks where you allow it. */
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

/** Text at twice its size: the button grows with its words. */
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

/** Right to left: the mark changes sides, and so does everything else. */
export const RightToLeft = meta.story({
  globals: { direction: "rtl", language: "ar" },
  args: { messages: ar },
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    const mark = button.querySelector("svg")?.getBoundingClientRect()
    const { left, right } = button.getBoundingClientRect()
    await expect(mark?.left).toBeGreaterThan((left + right) / 2)
  },
})

/** Beside other ways in, all of one width. */
export const AmongOthers = meta.story({
  render: (args) => (
    <div className="g-ways-in">
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
 * All CSS blocked, as by a Content-Security-Policy of `style-src 'none'`: a native button of a sane size, and the badge
 * as it always is, since it needs none.
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
