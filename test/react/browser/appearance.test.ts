import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { AxeBuilder } from "@axe-core/playwright"
import type { BrowserContextOptions, Page } from "playwright"
import { afterAll, describe, expect, test } from "vitest"
import { blueBadge, goldBadge } from "../../../src/brand/badge-icons.ts"
import { REACTS, renderOnServer } from "./bundle.ts"
import { closeBrowser, html, openPage } from "./pages.ts"

afterAll(closeBrowser)

const THEMES = ["filled", "outline", "neutral"] as const
const LIGHT = "#ffffff"
const DARK = "#0d1117"

/** Opens a server-rendered page, without scripts. */
async function show(jsx: string, head = "", options: BrowserContextOptions = {}): Promise<Page> {
  const markup = await renderOnServer(19, jsx)
  const { page } = await openPage(options)
  await page.setContent(html(`<main><h1>App</h1>${markup}</main>`, head))
  return page
}

const EVERYTHING = `<>
  ${THEMES.map((theme) => `<p><SignInWithBinkButton theme="${theme}" /></p><p><SignInWithBinkButton theme="${theme}" size="small" /> <SignInWithBinkButton theme="${theme}" variant="icon" /></p>`).join("")}
  <p>Ada <VerificationBadge verificationLevel={1} /> and Grace <VerificationBadgeButton verificationLevel={2} /></p>
  <p><VerificationBadge verificationLevel={1} variant="label" /> <VerificationBadgeButton verificationLevel={2} variant="label" /></p>
</>`

for (const colorScheme of ["light", "dark"] as const) {
  const pageStyle = `<style>:root { color-scheme: light dark } body { background: ${colorScheme === "dark" ? DARK : LIGHT}; color: ${colorScheme === "dark" ? "#eee" : "#222"} }</style>`

  test(`axe finds no violation in ${colorScheme}`, async () => {
    const page = await show(EVERYTHING, pageStyle, { colorScheme })
    for (const popover of await page.locator("[popover]").all()) {
      await popover.evaluate((element: HTMLElement) => element.showPopover())
    }
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })

  test(`text has a contrast of 4.5 : 1 at rest, hovered and pressed in ${colorScheme}, and edges have 3 : 1`, async () => {
    const page = await show(EVERYTHING, pageStyle, { colorScheme })
    for (const theme of THEMES) {
      const button = page.locator(`.bink-${theme}`).first()
      const style = () =>
        button.evaluate((element) => {
          const { color, backgroundColor, borderTopColor, filter } = getComputedStyle(element)
          return {
            color,
            backgroundColor,
            borderTopColor,
            brightness: Number(/[\d.]+/.exec(filter)?.[0] ?? 1),
          }
        })
      const { color, backgroundColor, borderTopColor } = await style()
      expect(contrast(color, backgroundColor), theme).toBeGreaterThanOrEqual(4.5)
      const edge = theme === "outline" ? borderTopColor : theme === "filled" ? backgroundColor : color
      expect(contrast(edge, colorScheme === "dark" ? DARK : LIGHT), theme).toBeGreaterThanOrEqual(3)

      await button.hover()
      const hovered = await style()
      await page.mouse.down()
      const pressed = await style()
      await page.mouse.up()
      expect(hovered.brightness, theme).toBeLessThan(1)
      expect(pressed.brightness, theme).toBeLessThan(hovered.brightness)
      for (const { brightness } of [hovered, pressed]) {
        expect(
          contrast(dim(color, brightness), dim(backgroundColor, brightness)),
          theme,
        ).toBeGreaterThanOrEqual(4.5)
      }
    }
  })

  test(`pending text keeps its contrast, with a bar that only moves with motion, in ${colorScheme}`, async () => {
    for (const reducedMotion of ["reduce", "no-preference"] as const) {
      const jsx = `<>${THEMES.map((theme) => `<SignInWithBinkButton theme="${theme}" pending />`).join("")}</>`
      const page = await show(jsx, pageStyle, { colorScheme, reducedMotion })
      for (const button of await page.locator("button").all()) {
        const style = await button.evaluate((element) => {
          const { color, backgroundColor, opacity, boxShadow } = getComputedStyle(element)
          const animations = element.getAnimations().length
          return { color, backgroundColor, opacity, boxShadow, animations }
        })
        expect(style.opacity).toBe("1")
        expect(contrast(style.color, style.backgroundColor)).toBeGreaterThanOrEqual(4.5)
        expect(style.boxShadow).toContain("inset")
        expect(style.animations).toBe(reducedMotion === "reduce" ? 0 : 1)
      }
    }
  })

  test(`the focus ring has a contrast of 3 : 1 in ${colorScheme}`, async () => {
    const page = await show(EVERYTHING, pageStyle, { colorScheme })
    await page.keyboard.press("Tab")
    const { outlineColor, outlineStyle, outlineWidth } = await page.evaluate(() => {
      const { outlineColor, outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element)
      return { outlineColor, outlineStyle, outlineWidth }
    })
    expect([outlineStyle, outlineWidth]).toEqual(["solid", "2px"])
    expect(contrast(outlineColor, colorScheme === "dark" ? DARK : LIGHT)).toBeGreaterThanOrEqual(3)
  })
}

test("badge shapes have a contrast of 3 : 1 on white, black and dark pages", () => {
  for (const background of [LIGHT, "#000000", DARK]) {
    expect(contrast(blueBadge.fill, background), background).toBeGreaterThanOrEqual(3)
    expect(contrast(goldBadge.stroke, background), background).toBeGreaterThanOrEqual(3)
  }
  expect(contrast(goldBadge.stroke, goldBadge.fill)).toBeGreaterThanOrEqual(3)
})

test("colorScheme auto follows --bink-color-scheme or the system, and light and dark override both", async () => {
  const jsx = `<>{["auto", "light", "dark"].map((scheme) => <SignInWithBinkButton key={scheme} theme="outline" colorScheme={scheme} />)}</>`
  const backgrounds = async (head: string, colorScheme: "light" | "dark") => {
    const page = await show(jsx, head, { colorScheme })
    return page.$$eval("button", (all) => all.map((one) => getComputedStyle(one).backgroundColor))
  }
  const [white, black] = ["rgb(255, 255, 255)", "rgb(17, 17, 17)"]
  expect(await backgrounds("", "light")).toEqual([white, white, black])
  expect(await backgrounds("", "dark")).toEqual([black, white, black])
  const custom = "<style>:root { --bink-color-scheme: dark }</style>"
  expect(await backgrounds(custom, "light")).toEqual([black, white, black])
})

test("buttons are 44, 40 and 32 pixels high, and icon buttons are square", async () => {
  const sizes = ["large", "medium", "small"]
  const page = await show(
    `<>{${JSON.stringify(sizes)}.map((size) => <p key={size}><SignInWithBinkButton size={size} /> <SignInWithBinkButton size={size} variant="icon" shape="circle" /></p>)}</>`,
  )
  const boxes = await page.$$eval("button", (all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [Math.round(width), height]),
  )
  expect(boxes.map(([, height]) => height)).toEqual([44, 44, 40, 40, 32, 32])
  expect([boxes[1], boxes[3], boxes[5]].map((box) => box?.[0])).toEqual([44, 40, 32])
})

const LONG = "Melden Sie sich mit Ihrem persönlichen Benutzerkontoverwaltungszugang von Bink an"

test("a long text wraps inside the button at 200 pixels and 200 percent", async () => {
  for (const dir of ["ltr", "rtl"]) {
    const page = await show(
      `<div style={{ width: 200 }} dir="${dir}"><SignInWithBinkButton messages={{ signin_with: "${LONG}" }} /></div>`,
      "<style>html { font-size: 200% }</style>",
    )
    const fits = await page.locator("button").evaluate((button) => {
      const outer = button.getBoundingClientRect()
      const inner = [...button.children].map((child) => child.getBoundingClientRect())
      const inside = inner.every(
        ({ left, right, top, bottom }) =>
          left >= outer.left && right <= outer.right && top >= outer.top && bottom <= outer.bottom,
      )
      return { inside, width: outer.width, logoFirst: (inner[0]?.left ?? 0) < (inner[1]?.left ?? 0) }
    })
    expect(fits.inside).toBe(true)
    expect(fits.width).toBeLessThanOrEqual(200)
    expect(fits.logoFirst).toBe(dir === "ltr")
  }
})

test("every button has a border with forced colors", async () => {
  const page = await show(EVERYTHING, "", { forcedColors: "active" })
  const edges = await page.$$eval(".bink-button", (all) =>
    all.map((one) => getComputedStyle(one)).map((style) => [style.borderTopWidth, style.borderTopColor]),
  )
  const canvasText = await page.evaluate(() => getComputedStyle(document.body).color)
  for (const edge of edges) expect(edge).toEqual(["1px", canvasText])
})

const require = createRequire(import.meta.url)
/** Returns a reset stylesheet with the default values of its `theme()` calls, which Tailwind's build resolves. */
const reset = (file: string) =>
  readFileSync(require.resolve(file), "utf8").replace(/(?:--)?theme\(\s*[^,)]+,([^;]*)\);/g, "$1;")
const RESETS = {
  "Tailwind 3": reset("tailwindcss-3/src/css/preflight.css"),
  "Tailwind 4": `@layer theme, base, components, utilities; @layer base { ${reset("tailwindcss/preflight.css")} }`,
}

test.each(Object.entries(RESETS))(
  "the reset of %s does not change the button, loaded before or after it",
  async (name, reset) => {
    const jsx = THEMES.map((theme) => `<SignInWithBinkButton theme="${theme}" />`).join("")
    const styles = async (before: string, after: string) => {
      const page = await show(`<>${jsx}</>`, before)
      if (after) await page.addStyleTag({ content: after })
      return page.$$eval("button", (all) =>
        all.map((one) => {
          const { backgroundColor, color, borderTopColor, padding, fontWeight, display } =
            getComputedStyle(one)
          return {
            backgroundColor,
            color,
            borderTopColor,
            padding,
            fontWeight,
            display,
            height: one.offsetHeight,
          }
        }),
      )
    }
    const plain = await styles("", "")
    expect(reset, name).not.toContain("theme(")
    expect(await styles(`<style>${reset}</style>`, "")).toEqual(plain)
    expect(await styles("", reset)).toEqual(plain)
  },
)

test.each(REACTS)("React %i: custom properties on :root style the button", async (react) => {
  const { page } = await openPage()
  const style = `<style>:root { --bink-background: rgb(1, 2, 3); --bink-color: rgb(250, 250, 250); --bink-border: rgb(4, 5, 6); --bink-radius: 3px; --bink-font: serif }</style>`
  await page.setContent(html(await renderOnServer(react, "<SignInWithBinkButton />"), style))
  const result = await page.locator("button").evaluate((button) => {
    const { backgroundColor, color, borderTopColor, borderTopLeftRadius, fontFamily } =
      getComputedStyle(button)
    return [backgroundColor, color, borderTopColor, borderTopLeftRadius, fontFamily]
  })
  expect(result).toEqual(["rgb(1, 2, 3)", "rgb(250, 250, 250)", "rgb(4, 5, 6)", "3px", "serif"])
})

const DARK_NEXT_APP =
  ":root { --b: #0a0a0a } body { background: #0a0a0a; color: #ededed; font-family: Arial }"
const PAGES = {
  "a page without CSS": "",
  "Tailwind 3": `<style>${RESETS["Tailwind 3"]}</style>`,
  "Tailwind 4": `<style>${RESETS["Tailwind 4"]}</style>`,
  // What Bootstrap's Reboot sets for these elements.
  Bootstrap: "<style>img, svg { vertical-align: middle } body { line-height: 1.5 }</style>",
}

/** Distance from the centre of the badge to half the height of the capitals before it, in parts of the font size. */
async function distanceFromCapitals(page: Page): Promise<{ sameLine: boolean; distances: number[] }> {
  return page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D
    let sameLine = true
    const distances = [...document.querySelectorAll("[data-name]")].map((name) => {
      const { fontSize, fontWeight, fontFamily } = getComputedStyle(name)
      context.font = `${fontWeight} ${fontSize} ${fontFamily}`
      const { actualBoundingBoxAscent: capital } = context.measureText("H")
      const baseline = (name.querySelector("i") as HTMLElement).getBoundingClientRect().bottom
      const badge = (
        document.evaluate("following::*[local-name()='svg']", name).iterateNext() as Element
      ).getBoundingClientRect()
      sameLine &&= badge.top < baseline && badge.left > name.getBoundingClientRect().left
      return (badge.top + badge.height / 2 - (baseline - capital / 2)) / Number.parseFloat(fontSize)
    })
    return { sameLine, distances }
  })
}

// An empty inline block sits on the baseline.
const NAME = `<span data-name="">Hilda<i style={{ display: "inline-block" }} /></span>`
// A badge that is larger than the text grows a stretched row, in which the name stays at the top.
const BADGE_ROWS = (badge: string) => `<>
  {[12, 16, 24, 48, 96].map((fontSize) => <p key={fontSize} style={{ fontSize }}>${NAME} ${badge}</p>)}
  <h2>${NAME} ${badge}</h2>
  ${badge.includes("size") ? "" : `<p style={{ display: "flex" }}>${NAME} ${badge}</p>`}
  <p style={{ display: "flex", alignItems: "center" }}>${NAME} ${badge}</p>
  ${badge.includes("size") ? "" : `<p style={{ display: "inline-flex", alignItems: "baseline", fontSize: 32 }}>${NAME} ${badge}</p>`}
</>`

describe.each(Object.entries(PAGES))("in %s", (_, head) => {
  test.each([
    "<VerificationBadge verificationLevel={1} />",
    "<VerificationBadge verificationLevel={2} size={20} />",
    `<VerificationBadge verificationLevel={1} size="1.5em" />`,
    `<VerificationBadge verificationLevel={2} variant="label" />`,
    "<VerificationBadgeButton verificationLevel={1} />",
  ])("%s is in the line of the name, centred on its capitals", async (badge) => {
    for (const react of REACTS) {
      const { page } = await openPage()
      await page.setContent(html(await renderOnServer(react, BADGE_ROWS(badge)), head))
      const { sameLine, distances } = await distanceFromCapitals(page)
      expect(sameLine).toBe(true)
      for (const distance of distances) expect(Math.abs(distance)).toBeLessThan(0.07)
    }
  })
})

test("a badge is as high as the text", async () => {
  for (const size of [12, 16, 24, 48, 96]) {
    const page = await show(
      `<p style={{ fontSize: ${size} }}>Ada <VerificationBadge verificationLevel={1} /></p>`,
    )
    const badge = await page.getByRole("img").boundingBox()
    expect([badge?.width, badge?.height]).toEqual([size, size])
  }
})

test("a badge button makes no line higher", async () => {
  const page = await show(
    `<>{[12, 16, 24, 48].map((fontSize) => <p key={fontSize} style={{ fontSize }}>Ada <VerificationBadgeButton verificationLevel={1} /></p>)}{[12, 16, 24, 48].map((fontSize) => <p key={fontSize} style={{ fontSize }}>Ada</p>)}</>`,
  )
  const heights = await page.$$eval("p", (all) => all.map((one) => one.offsetHeight))
  expect(heights.slice(0, 4)).toEqual(heights.slice(4))
})

const SCHEMES = {
  light: ["", "rgb(255, 255, 255)"],
  "dark, as in a new Next.js app": [`<style>${DARK_NEXT_APP}</style>`, "rgb(0, 0, 0)"],
  "dark with a Tailwind reset": [`<style>${RESETS["Tailwind 4"]} ${DARK_NEXT_APP}</style>`, "rgb(0, 0, 0)"],
} as const

test.each(Object.entries(SCHEMES))(
  "the popover is readable, next to the badge and in the viewport: %s",
  async (_, [head, background]) => {
    const { page } = await openPage()
    for (const react of REACTS) {
      for (const [justifyContent, name] of [
        ["start", ""],
        ["end", "Ada"],
        ["center", "Maximiliana Constantinopolous"],
      ]) {
        const jsx = `<div style={{ display: "flex", justifyContent: "${justifyContent}" }}><p>${name} <VerificationBadgeButton verificationLevel={1} messages={{ verifiedExplanation: "Bink verified this user with a passkey, on a device of the user, which is a longer sentence." }} /></p></div>`
        const markup = await renderOnServer(react, jsx)
        for (const width of [320, 390, 1280]) {
          await page.setViewportSize({ width, height: 500 })
          await page.setContent(html(`<main>${markup}</main>`, head))
          const button = page.getByRole("button")
          await button.click()
          const popover = page.locator("[popover]")
          expect(await popover.isVisible()).toBe(true)
          const box = await popover.boundingBox()
          const badge = await button.boundingBox()
          if (!box || !badge) throw new Error("Not rendered.")
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width)
          expect(box.y).toBeGreaterThanOrEqual(badge.y + badge.height - 1)
          expect(box.y).toBeLessThan(badge.y + badge.height + 12)
          const colors = await popover.evaluate((element) => {
            const canvas = document
              .createElement("canvas")
              .getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D
            const { color, backgroundColor } = getComputedStyle(element)
            return [color, backgroundColor].map((value) => {
              canvas.fillStyle = value
              canvas.fillRect(0, 0, 1, 1)
              return `rgb(${[...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)].join(", ")})`
            })
          })
          expect(colors[1]).toBe(background)
          expect(contrast(colors[0] ?? "", colors[1] ?? "")).toBeGreaterThanOrEqual(4.5)
          await page.keyboard.press("Escape")
          await expect.poll(() => popover.isVisible()).toBe(false)
          await button.click()
          await page.mouse.click(width / 2, 480)
          await expect.poll(() => popover.isVisible()).toBe(false)
        }
      }
    }
  },
)

test("the popover opens above a badge at the bottom of the viewport", async () => {
  const page = await show(
    `<p style={{ position: "fixed", bottom: 0 }}>Ada <VerificationBadgeButton verificationLevel={2} /></p>`,
  )
  await page.getByRole("button").click()
  const popover = await page.locator("[popover]").boundingBox()
  const badge = await page.getByRole("button").boundingBox()
  expect((popover?.y ?? 0) + (popover?.height ?? 0)).toBeLessThanOrEqual((badge?.y ?? 0) + 1)
})

test("a label is one node with one name in the accessibility tree", async () => {
  const page = await show(`<p><VerificationBadge verificationLevel={2} variant="label" /></p>`)
  const client = await page.context().newCDPSession(page)
  const { nodes } = await client.send("Accessibility.getFullAXTree")
  const named = nodes.filter(({ ignored, name }) => !ignored && /Trusted/.test(String(name?.value)))
  expect(named.map(({ role, name }) => [role?.value, name?.value])).toEqual([["image", "Trusted by Bink"]])
})

/** Returns red, green and blue as bytes. */
function channels(color: string): number[] {
  const hex = /^#(..)(..)(..)$/.exec(color)
  if (hex) return hex.slice(1).map((two) => Number.parseInt(two, 16))
  return (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
}

/** Returns the contrast ratio of two colours (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrast(first: string, second: string): number {
  const [dark = 0, light = 0] = [first, second]
    .map((color) => {
      const [r = 0, g = 0, b = 0] = channels(color).map((channel) => {
        const part = channel / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    })
    .sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Returns a colour as `filter: brightness()` renders it. */
function dim(color: string, brightness: number): string {
  return `rgb(${channels(color).map((channel) => channel * brightness)})`
}
