import { BinkLogo } from "authjs-bink/react"
import preview from "../.storybook/preview.tsx"
import { Specimen, Specimens } from "./gallery/gallery.tsx"

const meta = preview.meta({ title: "Components/Logo", component: BinkLogo })

/** `BinkLogo`: a neutral logo of this package in the text colour. It is not Bink's logo. */
export const Playground = meta.story({})

/** `width` and `height` in pixels. */
export const Sizes = meta.story({
  render: () => (
    <Specimens>
      {[16, 20, 24, 48, 96].map((size) => (
        <Specimen key={size} name={`${size}`}>
          <BinkLogo width={size} height={size} />
        </Specimen>
      ))}
    </Specimens>
  ),
})

/** The logo has the text colour, `currentColor`. */
export const Colors = meta.story({
  render: () => (
    <Specimens>
      {["inherit", "var(--muted)", "var(--accent)"].map((color) => (
        <Specimen key={color} name={color}>
          <span style={{ color }}>
            <BinkLogo width={48} height={48} />
          </span>
        </Specimen>
      ))}
    </Specimens>
  ),
})
