/** Returns the contrast ratio of two opaque CSS colours (WCAG 2.2 §1.4.3). */
export function contrast(first: string, second: string): number {
  const [light, dark] = [luminance(first), luminance(second)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Returns the relative luminance of a CSS colour (WCAG 2.2, "relative luminance"). */
function luminance(color: string): number {
  const [red, green, blue] = parseColor(color).map((byte) => {
    const channel = byte / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Returns red, green and blue as bytes. The browser parses the colour. */
function parseColor(color: string): number[] {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })
  if (!canvas) throw new Error("This browser does not support the 2D canvas.")
  canvas.fillStyle = color
  canvas.fillRect(0, 0, 1, 1)
  return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]
}
