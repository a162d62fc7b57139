import { SignInWithBinkButton } from "authjs-bink/react"
import { expect, fireEvent, fn, mocked, spyOn, userEvent, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { DESTINATION, mockAuthRoutes } from "./mock-auth-routes.ts"

const meta = preview.meta({
  title: "Components/Sign-in button/Behaviour",
  component: SignInWithBinkButton,
  args: { onError: fn() },
  beforeEach: () => mockAuthRoutes(),
})

/** A click requests a CSRF token and then Bink's URL from the app's Auth.js routes, and navigates there. */
export const Click = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    const before = button.getBoundingClientRect()
    await userEvent.click(button)
    await waitFor(() => expect(location.hash).toBe(DESTINATION))

    const requests = mocked(fetch).mock.calls.map(([input]) => new URL(String(input), location.href).pathname)
    await expect(requests).toEqual(["/api/auth/csrf", "/api/auth/signin/bink"])
    // The button stays pending, at the same size, until the page is left.
    await expect(button).toHaveAttribute("aria-busy", "true")
    const { width, height } = button.getBoundingClientRect()
    await expect([width, height]).toEqual([before.width, before.height])
  },
})

/** A double click starts one sign-in. */
export const DoubleClick = meta.story({
  play: async ({ canvas }) => {
    await userEvent.dblClick(canvas.getByRole("button"))
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(mocked(fetch)).toHaveBeenCalledTimes(2)
  },
})

/** Tab focuses the button and Enter starts the sign-in. The button keeps the focus. */
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

/** The browser's Back button may restore the page from the back/forward cache. The button is then not pending. */
export const Back = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button")
    await userEvent.click(button)
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(button).toHaveAttribute("aria-busy", "true")

    await fireEvent(window, new PageTransitionEvent("pagehide", { persisted: true }))
    await waitFor(() => expect(button).not.toHaveAttribute("aria-busy", "true"))
    await expect(button).toBeEnabled()
  },
})

/** `event.preventDefault()` in `onClick` stops the sign-in. */
export const PreventDefault = meta.story({
  args: { onClick: fn((event: React.MouseEvent) => event.preventDefault()) },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await expect(args.onClick).toHaveBeenCalledOnce()
    await expect(mocked(fetch)).not.toHaveBeenCalled()
  },
})

/** `redirectTo`, `basePath` and `providerId` set the URLs and the body of the requests. */
export const RequestUrls = meta.story({
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

/** A wrong `basePath` often returns an HTML page. The button shows the error. */
export const WrongBasePath = meta.story({
  beforeEach: () =>
    mockAuthRoutes({
      csrf: () =>
        new Response("<!doctype html><title>Not found</title>", {
          status: 404,
          headers: { "content-type": "text/html" },
        }),
    }),
  play: async ({ args, canvas }) => {
    const button = canvas.getByRole("button")
    await userEvent.click(button)
    await expect(await canvas.findByRole("alert")).toBeVisible()
    await expect(args.onError).toHaveBeenCalledOnce()
    await expect(button).not.toHaveAttribute("aria-busy", "true")
  },
})

/** Without a network connection, the button shows the error. */
export const Offline = meta.story({
  beforeEach: () =>
    mockAuthRoutes({
      csrf: () => {
        throw new TypeError("Failed to fetch")
      },
    }),
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await expect(await canvas.findByRole("alert")).toBeVisible()
    await expect(args.onError).toHaveBeenCalledOnce()
  },
})

/** `action` renders a form that submits to a server action. It works without JavaScript. */
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

/**
 * `uxMode="popup"` opens Bink in a popup window. In this story, the routes are mocked: the popup returns at once, and
 * `onSuccess` is called.
 */
export const Popup = meta.story({ args: { uxMode: "popup", onSuccess: fn() } })

/** If the browser opens no popup, the sign-in continues in the same window. */
export const PopupBlocked = meta.story({
  args: { uxMode: "popup", onSuccess: fn() },
  beforeEach: () => {
    spyOn(window, "open").mockReturnValue(null)
  },
  play: async ({ args, canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(args.onSuccess).not.toHaveBeenCalled()
  },
})
