import { SignInWithBinkButton } from "authjs-bink/react"
import { expect, fireEvent, fn, mocked, userEvent, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes, DESTINATION } from "./auth-routes.ts"

const meta = preview.meta({
  title: "Components/SignInWithBinkButton/Behaviour",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  beforeEach: () => answerAuthRoutes().restore,
})

/** Without any wiring: ask the app's Auth.js for a token, then for the way to Bink, and go there. */
export const Click = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    const before = button.getBoundingClientRect()
    await userEvent.click(button)
    await waitFor(() => expect(location.hash).toBe(DESTINATION))

    const asked = mocked(fetch).mock.calls.map(([input]) => new URL(String(input), location.href).pathname)
    await expect(asked).toEqual(["/api/auth/csrf", "/api/auth/signin/bink"])
    // Pending holds until the page goes, and nothing moves meanwhile.
    await expect(button).toHaveAttribute("aria-busy", "true")
    const { width, height } = button.getBoundingClientRect()
    await expect([width, height]).toEqual([before.width, before.height])
  },
})

/** Two clicks are one sign-in. */
export const DoubleClick = meta.story({
  play: async ({ canvas }) => {
    await userEvent.dblClick(canvas.getByRole("button"))
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(mocked(fetch)).toHaveBeenCalledTimes(2)
  },
})

/** Tab to it, Enter, and the focus is still there afterwards. */
export const Keyboard = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    await userEvent.tab()
    await expect(button).toHaveFocus()
    await userEvent.keyboard("{Enter}")
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(button).toHaveFocus()
  },
})

/** Back from Bink: the browser may bring the page back as it was left, and then the button waits for a click again. */
export const Back = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    await userEvent.click(button)
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(button).toHaveAttribute("aria-busy", "true")

    await fireEvent(window, new PageTransitionEvent("pageshow", { persisted: true }))
    await waitFor(() => expect(button).not.toHaveAttribute("aria-busy", "true"))
    await expect(button).toBeEnabled()
  },
})

/** `onClick` with `preventDefault()` keeps the built-in sign-in from starting. */
export const PreventDefault = meta.story({
  args: { onClick: fn((event: React.MouseEvent) => event.preventDefault()) },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await expect(args.onClick).toHaveBeenCalledOnce()
    await expect(mocked(fetch)).not.toHaveBeenCalled()
  },
})

/** `redirectTo`, `basePath` and `providerId` end up in the requests. */
export const Addresses = meta.story({
  args: { redirectTo: "/welcome", basePath: "/auth", providerId: "bink-eu" },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    const [csrf, signIn] = mocked(fetch).mock.calls
    await expect(String(csrf?.[0])).toContain("/auth/csrf")
    await expect(String(signIn?.[0])).toContain("/auth/signin/bink-eu")
    const form = new URLSearchParams(signIn?.[1]?.body as URLSearchParams)
    await expect(form.get("callbackUrl")).toContain("/welcome")
  },
})

/** A wrong `basePath` often leads to an HTML page. That is a failure too, and it says so. */
export const WrongBasePath = meta.story({
  beforeEach: () =>
    answerAuthRoutes({
      csrf: () =>
        new Response("<!doctype html><title>Not found</title>", {
          status: 404,
          headers: { "content-type": "text/html" },
        }),
    }).restore,
  play: async ({ args, canvas }) => {
    const button = canvas.getByRole("button")
    await userEvent.click(button)
    await expect(await canvas.findByRole("alert")).toBeVisible()
    await expect(args.onError).toHaveBeenCalledOnce()
    await expect(button).not.toHaveAttribute("aria-busy", "true")
  },
})

/** Without a network. */
export const Offline = meta.story({
  beforeEach: () =>
    answerAuthRoutes({
      csrf: () => {
        throw new TypeError("Failed to fetch")
      },
    }).restore,
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await expect(await canvas.findByRole("alert")).toBeVisible()
    await expect(args.onError).toHaveBeenCalledOnce()
  },
})

/** With `action`, a server action, it is a form: it works before and without JavaScript. */
export const ServerAction = meta.story({
  args: { action: fn(async () => {}) },
  play: async ({ args, canvas }) => {
    const button = canvas.getByRole<HTMLButtonElement>("button")
    await expect(button.type).toBe("submit")
    await userEvent.click(button)
    await waitFor(() => expect(args.action).toHaveBeenCalledOnce())
    await expect(mocked(fetch)).not.toHaveBeenCalled()
  },
})
