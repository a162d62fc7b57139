import type { Locator, Page } from "playwright"
import sharp from "sharp"

/** Milliseconds: how long a stage stands, how long a press is seen, and how long one step of the pointer is. */
const STAGE = 1_500
const PRESS = 350
const STEP = 40
const STEPS = 12

/** A moving picture of a page, made of screenshots: what a person sees, and the pointer that a screenshot leaves out. */
export class Recording {
  readonly #page: Page
  readonly #frames: { picture: Buffer; milliseconds: number }[] = []
  #pointer = { x: 0, y: 0 }

  constructor(page: Page) {
    this.#page = page
    const { width = 0, height = 0 } = page.viewportSize() ?? {}
    this.#pointer = { x: width * 0.72, y: height * 0.86 }
  }

  /** The page as it stands, long enough to be read. */
  async stage(milliseconds = STAGE): Promise<void> {
    await this.#page.waitForLoadState("networkidle")
    await this.#page.mouse.move(this.#pointer.x, this.#pointer.y)
    await this.#frame(milliseconds)
  }

  /** Moves the pointer to an element, in a hurry first and slower at the end, and presses it. */
  async click(target: Locator): Promise<void> {
    const box = await target.boundingBox()
    const height = this.#page.viewportSize()?.height ?? 0
    if (!box || box.y + box.height > height) {
      throw new Error(`${target} is not in the picture, so the recording would show a click on nothing.`)
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

  /** Writes an animated WebP that repeats for ever, of this width. */
  async save(path: string, width: number): Promise<void> {
    await sharp(
      await Promise.all(this.#frames.map(({ picture }) => sharp(picture).resize({ width }).png().toBuffer())),
      { join: { animated: true } },
    )
      .webp({
        // What a lossy frame leaves of the one before shows on plain grounds.
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

/** Runs in the page. Styled by properties alone: a Content-Security-Policy may forbid `style` attributes. */
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
