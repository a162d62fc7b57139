import { SignInWithBinkButton } from "authjs-bink/react"
import { fn } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes } from "./auth-routes.ts"
import { Matrix, Specimen, Specimens } from "./gallery/gallery.tsx"
import { SHAPES, SIZES, TEXTS, THEMES } from "./gallery/values.ts"

const meta = preview.meta({
  title: "Components/SignInWithBinkButton",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  argTypes: {
    text: { control: "select", options: TEXTS },
    variant: { control: "inline-radio", options: ["standard", "icon"] },
    theme: { control: "inline-radio", options: THEMES },
    colorScheme: { control: "inline-radio", options: ["auto", "light", "dark"] },
    size: { control: "inline-radio", options: SIZES },
    shape: { control: "select", options: SHAPES },
    logoAlignment: { control: "inline-radio", options: ["start", "center"] },
    fullWidth: { control: "boolean" },
    pending: { control: "boolean" },
    pendingText: { control: "text" },
    unstyled: { control: "boolean" },
    children: { control: "text" },
    disabled: { control: "boolean" },
    redirectTo: { control: "text" },
    basePath: { control: "text" },
    providerId: { control: "text" },
    className: { control: "text" },
    nonce: { control: false },
    onError: { control: false },
    logo: { control: false },
    messages: { control: false },
    action: { control: false },
  },
  beforeEach: () => answerAuthRoutes().restore,
})

/** Try each prop. A click runs a whole sign-in, up to the address that Bink would have. */
export const Playground = meta.story({})

/** Four phrases, in the words that each language's big sign-in buttons use. */
export const Text = meta.story({
  render: (args) => (
    <Specimens>
      {TEXTS.map((text) => (
        <Specimen key={text} name={text}>
          <SignInWithBinkButton {...args} text={text} />
        </Specimen>
      ))}
    </Specimens>
  ),
})

/** `icon` shows the mark alone; the words stay its accessible name. */
export const Variant = meta.story({
  render: (args) => (
    <Specimens>
      {(["standard", "icon"] as const).map((variant) => (
        <Specimen key={variant} name={variant}>
          <SignInWithBinkButton {...args} variant={variant} />
        </Specimen>
      ))}
    </Specimens>
  ),
})

/** `filled` for the first choice of a page, `outline` beside other providers, `neutral` where it should be quiet. */
export const Theme = meta.story({
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

/** `auto` follows the page's colour scheme. `light` and `dark` hold one, for a page that has only that. */
export const ColorScheme = meta.story({
  render: (args) => (
    <Matrix caption="Buttons by theme and colour scheme" rows={THEMES} columns={["auto", "light", "dark"]}>
      {(theme, colorScheme) => <SignInWithBinkButton {...args} theme={theme} colorScheme={colorScheme} />}
    </Matrix>
  ),
})

/** 44, 40 and 32 px high. */
export const Size = meta.story({
  render: (args) => (
    <Specimens>
      {SIZES.map((size) => (
        <Specimen key={size} name={size}>
          <SignInWithBinkButton {...args} size={size} />
        </Specimen>
      ))}
    </Specimens>
  ),
})

/** `square` and `circle` are made for `variant="icon"`. */
export const Shape = meta.story({
  render: (args) => (
    <Matrix caption="Buttons by shape and variant" rows={SHAPES} columns={["standard", "icon"]}>
      {(shape, variant) => <SignInWithBinkButton {...args} shape={shape} variant={variant} />}
    </Matrix>
  ),
})

/** Where the mark stands in a button that is wider than its words. */
export const LogoAlignment = meta.story({
  render: (args) => (
    <div style={{ display: "grid", gap: 28, maxInlineSize: 400 }}>
      {(["start", "center"] as const).map((logoAlignment) => (
        <figure className="g-specimen" key={logoAlignment} style={{ justifyItems: "stretch" }}>
          <SignInWithBinkButton {...args} fullWidth logoAlignment={logoAlignment} />
          <figcaption>
            <code>{logoAlignment}</code>
          </figcaption>
        </figure>
      ))}
    </div>
  ),
})

/** As wide as the box that it stands in. */
export const FullWidth = meta.story({
  args: { fullWidth: true },
  render: (args) => (
    <div style={{ maxInlineSize: 400 }}>
      <SignInWithBinkButton {...args} />
    </div>
  ),
})

/** A mark of your own, given as an element. It takes the place of the neutral one. */
export const Logo = meta.story({
  args: {
    logo: (
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path
          d="M10 1.5 18.5 10 10 18.5 1.5 10Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
      </svg>
    ),
  },
})

/** Words of your own, where none of the four phrases fits. */
export const Children = meta.story({ args: { children: "Link your Bink account" } })

/** No styles at all: a native button with the mark and the words, for a design system to dress. */
export const Unstyled = meta.story({ args: { unstyled: true } })

/** Every look of it can be set by a `--bink-*` variable, on the button or on anything around it. */
export const CustomProperties = meta.story({
  args: {
    style: {
      "--bink-background": "#0b6b4f",
      "--bink-color": "#fff",
      "--bink-radius": "14px",
    } as React.CSSProperties,
  },
})
