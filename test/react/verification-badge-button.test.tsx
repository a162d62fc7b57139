import { cleanup, render, screen } from "@testing-library/react"
import { de } from "authjs-bink/locales"
import { VerificationBadgeButton } from "authjs-bink/react"
import { createRef } from "react"
import { renderToString } from "react-dom/server"
import { afterEach, expect, test } from "vitest"

afterEach(cleanup)

const popoverOf = (button: HTMLElement) =>
  document.querySelector<HTMLElement>(`[id="${button.getAttribute("popovertarget")}"]`)

test("each button has the badge's name and targets its popover", () => {
  render(
    <>
      <VerificationBadgeButton verificationLevel={1} />
      <VerificationBadgeButton
        verificationLevel={2}
        messages={{ trustedExplanation: "Bink vertraut ihr." }}
      />
    </>,
  )
  const buttons = screen.getAllByRole("button")
  expect(buttons.map((button) => button.getAttribute("type"))).toEqual(["button", "button"])
  expect(screen.getByRole("button", { name: "Passkey-verified by Bink" })).toBe(buttons[0])
  expect(screen.getByRole("button", { name: "Trusted by Bink" })).toBe(buttons[1])
  expect(buttons.map((button) => popoverOf(button)?.textContent)).toEqual([
    "Bink verified this user with a passkey.",
    "Bink vertraut ihr.",
  ])
})

test.each([0, null, undefined, 3, "1", {}])("%s renders nothing", (level) => {
  const { container } = render(<VerificationBadgeButton verificationLevel={level as number} />)
  expect(container.innerHTML).toBe("")
})

test("the markup is the same in each rendering", () => {
  const markup = () => renderToString(<VerificationBadgeButton verificationLevel={1} />)
  expect(markup()).toBe(markup())
})

test("the ids of fragments with different identifierPrefixes are unique", () => {
  document.body.innerHTML = ["a", "b"]
    .map((identifierPrefix) =>
      renderToString(<VerificationBadgeButton verificationLevel={1} />, { identifierPrefix }),
    )
    .join("")
  const ids = [...document.querySelectorAll("[popover]")].map(({ id }) => id)
  expect(new Set(ids).size).toBe(2)
  document.body.innerHTML = ""
})

test("fragments without identifierPrefix never open the explanation of another level", () => {
  document.body.innerHTML = [1, 2]
    .map((level) => renderToString(<VerificationBadgeButton verificationLevel={level} />))
    .join("")
  expect(screen.getAllByRole("button").map((button) => popoverOf(button)?.textContent)).toEqual([
    "Bink verified this user with a passkey.",
    "Bink trusts this user.",
  ])
  document.body.innerHTML = ""
})

test("the button gets ref, style and all other props, and marks the language", () => {
  const ref = createRef<HTMLButtonElement>()
  render(
    <VerificationBadgeButton
      verificationLevel={2}
      variant="label"
      messages={de}
      ref={ref}
      className="mine"
      style={{ color: "red" }}
    />,
  )
  const button = screen.getByRole("button", { name: de.trusted })
  expect(ref.current).toBe(button)
  expect([button.className, button.style.color, button.style.minHeight]).toEqual(["mine", "red", "24px"])
  expect(button.textContent?.trim()).toBe(de.trustedLabel)
  expect(popoverOf(button)?.lang).toBe("de")
})
