import { cleanup, render, screen } from "@testing-library/react"
import { ar } from "authjs-bink/locales"
import { VerificationBadge } from "authjs-bink/react"
import { createRef } from "react"
import { afterEach, expect, test } from "vitest"

afterEach(cleanup)

test.each([
  [1, "Passkey-verified by Bink"],
  [2, "Trusted by Bink"],
])("level %i has the accessible name %s", (level, name) => {
  render(<VerificationBadge verificationLevel={level} />)
  expect(screen.getByRole("img", { name }).tagName).toBe("svg")
})

test.each([0, null, undefined, 3, -1, 1.5, Number.NaN, "1", "2", true, {}])("%s renders nothing", (level) => {
  const { container } = render(<VerificationBadge verificationLevel={level as number} variant="label" />)
  expect(container.innerHTML).toBe("")
})

test("a badge has two nodes, no class, and the height of the text", () => {
  for (const level of [1, 2]) {
    const { container } = render(<VerificationBadge verificationLevel={level} />)
    expect(container.querySelectorAll("*")).toHaveLength(2)
    const svg = container.firstElementChild
    expect(svg?.getAttribute("width")).toBe("1em")
    expect(svg?.getAttribute("height")).toBe("1em")
    expect(container.innerHTML).not.toMatch(/class/)
  }
})

test("the levels differ in shape, not only in colour", () => {
  const shapes = [1, 2].map(
    (level) =>
      render(<VerificationBadge verificationLevel={level} />).container.querySelector("path")?.outerHTML,
  )
  expect(shapes[0]).not.toBe(shapes[1])
})

test("size sets the height in pixels", () => {
  render(<VerificationBadge verificationLevel={1} size={24} />)
  expect(screen.getByRole("img").getAttribute("height")).toBe("24")
})

test("variant label shows a text, and is one image with the full accessible name", () => {
  const { container } = render(<VerificationBadge verificationLevel={2} variant="label" />)
  expect(screen.getByRole("img", { name: "Trusted by Bink" })).toBeDefined()
  expect(container.textContent?.trim()).toBe("Trusted")
  expect(container.querySelectorAll("*")).toHaveLength(4)
  // The name of the image has the text.
  expect(container.querySelector("span span")?.getAttribute("aria-hidden")).toBe("true")
})

test("label sets the accessible name and the visible text", () => {
  const { container } = render(<VerificationBadge verificationLevel={1} variant="label" label="Geprüft" />)
  expect(screen.getByRole("img", { name: "Geprüft" })).toBeDefined()
  expect(container.textContent?.trim()).toBe("Geprüft")
})

test("an empty label falls back to the texts of messages", () => {
  for (const variant of ["icon", "label"] as const) {
    const { container } = render(<VerificationBadge verificationLevel={1} variant={variant} label="" />)
    expect(screen.getByRole("img", { name: "Passkey-verified by Bink" })).toBeDefined()
    if (variant === "label") expect(container.textContent?.trim()).toBe("Verified")
    cleanup()
  }
})

test("messages replace texts, and missing keys stay English", () => {
  render(<VerificationBadge verificationLevel={1} messages={{ verified: "Von Bink bestätigt" }} />)
  render(<VerificationBadge verificationLevel={2} messages={{ verified: "Von Bink bestätigt" }} />)
  expect(screen.getByRole("img", { name: "Von Bink bestätigt" })).toBeDefined()
  expect(screen.getByRole("img", { name: "Trusted by Bink" })).toBeDefined()
})

test("a decorative badge is hidden from screen readers", () => {
  const { container } = render(<VerificationBadge verificationLevel={1} decorative />)
  expect(screen.queryByRole("img")).toBeNull()
  expect(container.firstElementChild?.getAttribute("aria-hidden")).toBe("true")
})

test("messages mark their language on the element", () => {
  for (const variant of ["icon", "label"] as const) {
    const { container } = render(<VerificationBadge verificationLevel={1} variant={variant} messages={ar} />)
    expect(container.firstElementChild?.getAttribute("lang")).toBe("ar")
    expect(container.firstElementChild?.getAttribute("dir")).toBe("rtl")
    cleanup()
  }
  const { container } = render(<VerificationBadge verificationLevel={1} />)
  expect(container.innerHTML).not.toMatch(/lang|dir/)
})

test("a style is added to the alignment of the icon", () => {
  render(<VerificationBadge verificationLevel={1} style={{ opacity: 0.5 }} />)
  const { style } = screen.getByRole("img")
  expect([style.opacity, style.display]).toEqual(["0.5", "inline"])
})

test("the element gets the ref and all other props", () => {
  const svg = createRef<SVGSVGElement>()
  const span = createRef<HTMLSpanElement>()
  render(
    <VerificationBadge verificationLevel={1} ref={svg} className="mine" data-testid="one" opacity={0.5} />,
  )
  render(<VerificationBadge verificationLevel={1} ref={span} variant="label" title="Seen" />)
  expect(svg.current).toBe(screen.getByTestId("one"))
  expect(svg.current?.getAttribute("class")).toBe("mine")
  expect(svg.current?.getAttribute("opacity")).toBe("0.5")
  expect(span.current?.title).toBe("Seen")
})
