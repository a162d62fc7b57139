import { expect } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { MeasuredContrast } from "./gallery/measured-contrast.tsx"

const meta = preview.meta({ title: "Components/Contrast", component: MeasuredContrast, tags: ["!autodocs"] })

/** Every pair of colours that has to be told apart, measured on the components as they stand here. */
export const Measured = meta.story({
  play: async ({ canvasElement }) => {
    const rows = [...canvasElement.querySelectorAll<HTMLElement>("tr[data-ratio]")]
    await expect(rows).toHaveLength(18)
    for (const { dataset, textContent } of rows) {
      await expect(Number(dataset.ratio), textContent ?? "").toBeGreaterThanOrEqual(Number(dataset.needs))
    }
  },
})
