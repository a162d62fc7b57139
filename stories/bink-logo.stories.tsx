import { BinkLogo } from "authjs-bink/react"
import preview from "../.storybook/preview.tsx"
import { Specimen, Specimens } from "./gallery/gallery.tsx"

const meta = preview.meta({ title: "Components/BinkLogo", component: BinkLogo })

/** A neutral mark of this package's own: no official logo was at hand. It takes the colour of the text. */
export const Playground = meta.story({})

/** From a favicon to a hero. */
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

/** It is drawn in `currentColor`. */
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
