import type { Locator, Page } from "playwright"
import sharp from "sharp"

/** Milliseconds that a page, a press and one step of the pointer are shown. */
const PAUSE = 1_500
const PRESS = 350
const STEP = 40
const STEPS = 12

/** An animation of a page, made of screenshots with a drawn pointer. */
export class Recording {
  readonly #page: Page
  readonly #frames: { picture: Buffer; milliseconds: number }[] = []
  #pointer = { x: 0, y: 0 }

  constructor(page: Page) {
    this.#page = page
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    this.#pointer = { x: width * 0.72, y: height * 0.86 }
  }

  /** Shows the page long enough to read it. */
  async pause(milliseconds = PAUSE): Promise<void> {
    await this.#page.waitForLoadState("networkidle")
    await this.#page.mouse.move(this.#pointer.x, this.#pointer.y)
    await this.#frame(milliseconds)
  }

  /** Moves the pointer to an element, slower towards the end, and clicks. */
  async click(target: Locator): Promise<void> {
    const box = await target.boundingBox()
    const height = this.#page.viewportSize()?.height ?? 0
    if (!box || box.y + box.height > height) {
      throw new Error(`${target} is outside the viewport. Scroll to it before the click.`)
    }
    const from = this.#pointer
    const to = { x: box.x + box.width * 0.62, y: box.y + box.height * 0.6 }
    for (let step = 1; step <= STEPS; step++) {
      const eased = 1 - (1 - step / STEPS) ** 3
      this.#pointer = { x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased }
      await this.#page.mouse.move(this.#pointer.x, this.#pointer.y)
      await this.#frame(STEP)
    }
    await this.#frame(PRESS, true)
    await target.click()
  }

  /** Writes an animated WebP of this width that loops. */
  async save(path: string, width: number): Promise<void> {
    await sharp(
      await Promise.all(this.#frames.map(({ picture }) => sharp(picture).resize({ width }).png().toBuffer())),
      { join: { animated: true } },
    )
      .webp({
        // Lossy compression leaves visible traces of the previous frame on plain backgrounds.
        lossless: true,
        effort: 6,
        minSize: true,
        loop: 0,
        delay: this.#frames.map((frame) => frame.milliseconds),
      })
      .toFile(path)
  }

  async #frame(milliseconds: number, isPressed = false): Promise<void> {
    await this.#page.evaluate(drawPointer, { ...this.#pointer, isPressed })
    this.#frames.push({ picture: await this.#page.screenshot(), milliseconds })
  }
}

/** Runs in the page. Sets style properties, because a Content-Security-Policy may forbid `style` attributes. */
function drawPointer({ x, y, isPressed }: { x: number; y: number; isPressed: boolean }): void {
  const pointer = document.querySelector<HTMLElement>("#pointer") ?? document.createElement("div")
  pointer.id = "pointer"
  Object.assign(pointer.style, {
    position: "fixed",
    zIndex: "9",
    left: `${x - 32}px`,
    top: `${y - 32}px`,
    pointerEvents: "none",
  })
  pointer.innerHTML = `<svg width="64" height="64" viewBox="-32 -32 64 64">
    ${isPressed ? '<circle r="20" fill="#1a63d6" fill-opacity=".25" stroke="#1a63d6" stroke-width="2"/>' : ""}
    <path d="M0 0v19l4.6-4.2 3 6.9 3.2-1.4-3-6.8h6.2z" fill="#14181f" stroke="#fff" stroke-width="1.5" stroke-linejoin="round"/>
  </svg>`
  document.documentElement.append(pointer)
}
