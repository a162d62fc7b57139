import { SignInWithBinkButton } from "authjs-bink/react"
import { fn } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { Matrix, Specimen, Specimens } from "./gallery/gallery.tsx"
import { SHAPES, SIZES, TEXTS, THEMES } from "./gallery/values.ts"
import { mockAuthRoutes } from "./mock-auth-routes.ts"

const meta = preview.meta({
  title: "Components/Sign-in button",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  argTypes: { logo: { control: { disable: true } } },
  beforeEach: () => mockAuthRoutes(),
})

/** Change each prop in the controls. A click runs the sign-in with mocked Auth.js routes. */
export const Playground = meta.story({})

/** `text` selects one of four texts. All are translated. */
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

/** `icon` shows the logo alone. The text is the accessible name. */
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

/** Use `filled` for the main button of a page, `outline` next to other providers, `neutral` for low emphasis. */
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

/** `auto` follows the page's colour scheme. `light` and `dark` set one for pages with a fixed colour scheme. */
export const ColorScheme = meta.story({
  render: (args) => (
    <Matrix caption="Buttons by theme and colour scheme" rows={THEMES} columns={["auto", "light", "dark"]}>
      {(theme, colorScheme) => <SignInWithBinkButton {...args} theme={theme} colorScheme={colorScheme} />}
    </Matrix>
  ),
})

/** `large` is 44 px high, `medium` 40 px, `small` 32 px. */
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

/** Use `square` and `circle` with `variant="icon"`. */
export const Shape = meta.story({
  render: (args) => (
    <Matrix caption="Buttons by shape and variant" rows={SHAPES} columns={["standard", "icon"]}>
      {(shape, variant) => <SignInWithBinkButton {...args} shape={shape} variant={variant} />}
    </Matrix>
  ),
})

/** `start` places the logo at the start of the button, `center` next to the centred text. */
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

/** `fullWidth` makes the button as wide as its container. */
export const FullWidth = meta.story({
  args: { fullWidth: true },
  render: (args) => (
    <div style={{ maxInlineSize: 400 }}>
      <SignInWithBinkButton {...args} />
    </div>
  ),
})

/** `logo` replaces the logo with your element. */
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

/** `children` replaces the text. */
export const Children = meta.story({ args: { children: "Link your Bink account" } })

/** `unstyled` renders a native button without styles, for a design system. */
export const Unstyled = meta.story({ args: { unstyled: true } })

/** Custom properties (`--bink-*`) set colours, corners and font, on the button or on any element around it. */
export const CustomProperties = meta.story({
  args: {
    style: {
      "--bink-background": "#0b6b4f",
      "--bink-color": "#fff",
      "--bink-radius": "14px",
    } as React.CSSProperties,
  },
})
