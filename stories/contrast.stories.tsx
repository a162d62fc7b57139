import { expect } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { MeasuredContrast } from "./gallery/measured-contrast.tsx"

const meta = preview.meta({ title: "Components/Contrast", component: MeasuredContrast, tags: ["!autodocs"] })

/** The contrast of every pair of colours, measured on the components. */
export const Measured = meta.story({
  play: async ({ canvasElement }) => {
    const rows = [...canvasElement.querySelectorAll<HTMLElement>("tr[data-ratio]")]
    await expect(rows).toHaveLength(18)
    for (const { dataset, textContent } of rows) {
      await expect(Number(dataset.ratio), textContent ?? "").toBeGreaterThanOrEqual(Number(dataset.minimum))
    }
  },
})
