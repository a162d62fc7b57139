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
] as const)("text %s says %s, and names the icon alike", (text, name) => {
  expect(show({ text }).button.textContent).toBe(name)
  cleanup()
  const { button } = show({ text, variant: "icon" })
  expect(button.getAttribute("aria-label")).toBe(name)
  expect(button.textContent).toBe("")
})

test("each look is a class", () => {
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

test("unstyled brings no class and no style", () => {
  const { container, button } = show({ unstyled: true, className: "mine", theme: "outline" })
  expect(button.className).toBe("mine")
  expect(container.querySelector("style")).toBeNull()
  expect(container.innerHTML).not.toContain("bink-")
})

test("it is a button that submits nothing, unless told to", () => {
  expect(show().button.type).toBe("button")
  cleanup()
  expect(show({ type: "submit" }).button.type).toBe("submit")
})

test("the ref, native props, an own logo, none, and children", () => {
  const ref = createRef<HTMLButtonElement>()
  const { button } = show({
    ref,
    id: "mine",
    disabled: true,
    logo: <i className="own-logo" />,
    children: <b>Go</b>,
  })
  expect(ref.current).toBe(button)
  expect([button.id, button.disabled]).toEqual(["mine", true])
  expect(button.innerHTML).toContain("<b>Go</b>")
  expect(button.querySelectorAll("svg")).toHaveLength(0)
  expect(button.querySelector(".own-logo")).not.toBeNull()
  cleanup()
  expect(show({ logo: null }).button.querySelector("svg")).toBeNull()
})

test("messages replace the words they have", () => {
  expect(show({ messages: { signin_with: "Mit Bink anmelden" } }).button.textContent).toBe(
    "Mit Bink anmelden",
  )
  cleanup()
  expect(show({ messages: { signin_with: "Mit Bink anmelden" }, text: "signin" }).button.textContent).toBe(
    "Sign in",
  )
})

test("pending from outside is shown, announced, and takes no click", () => {
  let clicks = 0
  const { button } = show({ pending: true, pendingText: "One moment", onClick: () => clicks++ })
  expect(button.getAttribute("aria-busy")).toBe("true")
  expect(button.getAttribute("aria-disabled")).toBe("true")
  expect(screen.getByRole("status").textContent).toBe("One moment")
  fireEvent.click(button)
  expect(clicks).toBe(0)
})

test("onClick with preventDefault stops the built-in sign-in, and a submit", () => {
  let submitted = 0
  const stop = { onClick: (event: React.MouseEvent) => event.preventDefault() }
  const { button } = show(stop)
  fireEvent.click(button)
  expect(button.getAttribute("aria-busy")).toBe("false")
  cleanup()
  fireEvent.click(show({ ...stop, action: () => void submitted++ }).button)
  expect(submitted).toBe(0)
})

test("the logo is an image of nobody's name, and takes SVG props", () => {
  const { container } = render(<BinkLogo width={40} className="mine" />)
  const svg = container.firstElementChild
  expect(svg?.getAttribute("aria-hidden")).toBe("true")
  expect([svg?.getAttribute("width"), svg?.getAttribute("class")]).toEqual(["40", "mine"])
})
