import { cleanup, fireEvent, render, screen } from "@testing-library/react"
import { BinkLogo, SignInWithBinkButton, type SignInWithBinkButtonProps } from "authjs-bink/react"
import { createRef } from "react"
import { afterEach, expect, test } from "vitest"

afterEach(cleanup)

const show = (props: SignInWithBinkButtonProps = {}) => {
  const { container } = render(<SignInWithBinkButton {...props} />)
  return { container, button: screen.getByRole("button") as HTMLButtonElement }
}

test.each([
  [undefined, "Sign in with Bink"],
  ["signin_with", "Sign in with Bink"],
  ["signup_with", "Sign up with Bink"],
  ["continue_with", "Continue with Bink"],
  ["signin", "Sign in"],
] as const)("text %s shows %s, and is the accessible name of the icon variant", (text, name) => {
  expect(show({ text }).button.textContent).toBe(name)
  cleanup()
  const { button } = show({ text, variant: "icon" })
  expect(button.getAttribute("aria-label")).toBe(name)
  expect(button.textContent).toBe("")
})

test("each style prop adds a class", () => {
  const { button } = show({
    theme: "outline",
    colorScheme: "dark",
    size: "small",
    shape: "pill",
    logoAlignment: "center",
    fullWidth: true,
    className: "mine",
  })
  expect(button.className.split(" ").toSorted()).toEqual(
    ["button", "outline", "dark", "small", "pill", "center", "full"]
      .map((name) => `bink-${name}`)
      .concat("mine")
      .toSorted(),
  )
  cleanup()
  expect(show().button.className.trim()).toBe("bink-button bink-start")
})

test("unstyled renders no class and no style element", () => {
  const { container, button } = show({ unstyled: true, className: "mine", theme: "outline" })
  expect(button.className).toBe("mine")
  expect(container.querySelector("style")).toBeNull()
  expect(container.innerHTML).not.toContain("bink-")
})

test("the type is button, unless the type prop is set", () => {
  expect(show().button.type).toBe("button")
  cleanup()
  expect(show({ type: "submit" }).button.type).toBe("submit")
})

test("the button gets ref, native props, logo and children", () => {
  const ref = createRef<HTMLButtonElement>()
  const { button } = show({
    ref,
    id: "mine",
    disabled: true,
    logo: <i className="custom-logo" />,
    children: <b>Go</b>,
  })
  expect(ref.current).toBe(button)
  expect([button.id, button.disabled]).toEqual(["mine", true])
  expect(button.innerHTML).toContain("<b>Go</b>")
  expect(button.querySelectorAll("svg")).toHaveLength(0)
  expect(button.querySelector(".custom-logo")).not.toBeNull()
  cleanup()
  expect(show({ logo: null }).button.querySelector("svg")).toBeNull()
})

test("messages replace texts, and missing keys stay English", () => {
  expect(show({ messages: { signin_with: "Mit Bink anmelden" } }).button.textContent).toBe(
    "Mit Bink anmelden",
  )
  cleanup()
  expect(show({ messages: { signin_with: "Mit Bink anmelden" }, text: "signin" }).button.textContent).toBe(
    "Sign in",
  )
})

test("the pending prop sets aria-busy, announces pendingText and ignores clicks", () => {
  let clicks = 0
  const { button } = show({ pending: true, pendingText: "One moment", onClick: () => clicks++ })
  expect(button.getAttribute("aria-busy")).toBe("true")
  expect(button.getAttribute("aria-disabled")).toBe("true")
  expect(screen.getByRole("status").textContent).toBe("One moment")
  fireEvent.click(button)
  expect(clicks).toBe(0)
})

test("preventDefault in onClick stops the sign-in and the action", () => {
  let submitted = 0
  const stop = { onClick: (event: React.MouseEvent) => event.preventDefault() }
  const { button } = show(stop)
  fireEvent.click(button)
  expect(button.getAttribute("aria-busy")).toBe("false")
  cleanup()
  fireEvent.click(show({ ...stop, action: () => void submitted++ }).button)
  expect(submitted).toBe(0)
})

test("BinkLogo is hidden from screen readers and accepts SVG props", () => {
  const { container } = render(<BinkLogo width={40} className="mine" />)
  const svg = container.firstElementChild
  expect(svg?.getAttribute("aria-hidden")).toBe("true")
  expect([svg?.getAttribute("width"), svg?.getAttribute("class")]).toEqual(["40", "mine"])
})
