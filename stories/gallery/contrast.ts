/** WCAG 2.2 contrast ratio of two opaque CSS colours, as `getComputedStyle` or an SVG attribute has them. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance, WCAG 2.2 §3, of what a browser paints for `color`. */
function luminance(color: string): number {
  const [red, green, blue] = paint(color).map((byte) => {
    const channel = byte / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function paint(color: string): number[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  if (!canvas) throw new Error("This browser has no canvas to read a colour from.")
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]
}
