import { VerificationBadge } from "authjs-bink/react"
import { expect } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { Matrix, Specimen, Specimens } from "./gallery/gallery.tsx"
import { UserList } from "./gallery/user-list.tsx"

const meta = preview.meta({
  title: "Components/Verification badge",
  component: VerificationBadge,
  args: { verificationLevel: 1 },
  argTypes: {
    verificationLevel: { control: "inline-radio", options: [0, 1, 2] },
    size: { control: "text" },
  },
})

/** Change each prop in the controls. Level `0` renders nothing. */
export const Playground = meta.story({})

/** Level 1 is blue: passkey-verified. Level 2 is gold: trusted. The shapes differ as well as the colours. */
export const Levels = meta.story({
  render: (args) => (
    <Specimens>
      <Specimen name="verificationLevel={1}">
        <VerificationBadge {...args} verificationLevel={1} size={48} />
      </Specimen>
      <Specimen name="verificationLevel={2}">
        <VerificationBadge {...args} verificationLevel={2} size={48} />
      </Specimen>
    </Specimens>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("img", { name: /passkey/i })).toBeVisible()
    await expect(canvas.getByRole("img", { name: /trusted/i })).toBeVisible()
  },
})

/** Both levels in greyscale. The shapes tell them apart (WCAG 1.4.1). */
export const WithoutColor = meta.story({
  render: (args) => (
    <div style={{ filter: "grayscale(1)" }}>
      <Specimens>
        {([1, 2] as const).map((level) => (
          <Specimen key={level} name={`verificationLevel={${level}}`}>
            <VerificationBadge {...args} verificationLevel={level} size={48} />
          </Specimen>
        ))}
      </Specimens>
    </div>
  ),
})

/** `variant="label"` adds the level as text after the icon. */
export const Label = meta.story({
  render: (args) => (
    <Specimens>
      {([1, 2] as const).map((level) => (
        <Specimen key={level} name={`verificationLevel={${level}}`}>
          <VerificationBadge {...args} verificationLevel={level} variant="label" />
        </Specimen>
      ))}
    </Specimens>
  ),
})

const TEXT_SIZES = ["12px", "16px", "24px", "48px", "96px"] as const

/** By default the badge is as high as the text, `1em`, and centred on the capitals. */
export const InText = meta.story({
  render: (args) => (
    <div style={{ display: "grid", gap: 12, lineHeight: 1.25 }}>
      {TEXT_SIZES.map((fontSize) => (
        <div
          key={fontSize}
          style={{ fontSize, fontWeight: 600, letterSpacing: "-0.01em", overflowWrap: "anywhere" }}
        >
          Ada <VerificationBadge {...args} verificationLevel={1} /> Layla{" "}
          <VerificationBadge {...args} verificationLevel={2} />
        </div>
      ))}
    </div>
  ),
  play: async ({ canvas }) => {
    const widths = canvas.getAllByRole("img").map((badge) => Math.round(badge.getBoundingClientRect().width))
    await expect(widths).toEqual([12, 12, 16, 16, 24, 24, 48, 48, 96, 96])
  },
})

/** `size` is a number of pixels or a CSS length. */
export const Size = meta.story({
  render: (args) => (
    <Matrix caption="Badges by level and size" rows={["1", "2"]} columns={["12", "16", "24", "48", "96"]}>
      {(level, size) => (
        <VerificationBadge {...args} verificationLevel={level === "1" ? 1 : 2} size={Number(size)} />
      )}
    </Matrix>
  ),
  play: async ({ canvas }) => {
    for (const badge of canvas.getAllByRole("img")) {
      const { width, height } = badge.getBoundingClientRect()
      await expect(width).toBe(height)
    }
  },
})

/** A list of users. A long name is cut off; its badge stays visible. */
export const Users = meta.story({
  render: () => <UserList />,
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("img")).toHaveLength(5)
    const long = canvas.getByText(/^Maximiliana/)
    const badge = long.parentElement?.querySelector("svg")
    await expect(badge?.getBoundingClientRect().width).toBe(16)
  },
})

/** `decorative` hides the badge from screen readers. Use it if the text has the same meaning. */
export const Decorative = meta.story({
  args: { verificationLevel: 2, decorative: true },
  render: (args) => (
    <p style={{ margin: 0 }}>
      <VerificationBadge {...args} /> Trusted by Bink
    </p>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole("img")).toBeNull()
  },
})

/** `0`, `null`, `undefined` and unknown values render nothing. */
export const NoBadge = meta.story({
  render: (args) => (
    <p style={{ margin: 0 }}>
      Noor
      {[0, null, undefined, 3 as never, "1" as never].map((level) => (
        <VerificationBadge key={String(level)} {...args} verificationLevel={level} />
      ))}
      (not verified)
    </p>
  ),
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.queryByRole("img")).toBeNull()
    await expect(canvasElement.querySelector("svg")).toBeNull()
  },
})
