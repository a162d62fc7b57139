import { BinkLogo, useSignInWithBink } from "authjs-bink/react"
import { expect, mocked, userEvent, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { DESTINATION, mockAuthRoutes } from "./mock-auth-routes.ts"
import "./gallery/card.css"

/** A card with a custom button that uses the hook. */
function SignInCard() {
  const { pending, error, signIn } = useSignInWithBink({ redirectTo: "/welcome" })
  return (
    <div className="card">
      <BinkLogo width={32} height={32} />
      <h2>Welcome back</h2>
      <p>Sign in to continue.</p>
      <button type="button" onClick={() => signIn()} aria-busy={pending} aria-disabled={pending}>
        {pending ? "One moment…" : "Continue with Bink"}
      </button>
      {error ? <p role="alert">Sign-in failed. Try again.</p> : null}
    </div>
  )
}

const meta = preview.meta({
  title: "Components/Custom sign-in button",
  component: SignInCard,
  beforeEach: () => mockAuthRoutes(),
})

/** `useSignInWithBink` returns `pending`, `error` and `signIn` for your own button. */
export const CustomButton = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button", { name: "Continue with Bink" })
    await userEvent.dblClick(button)
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(mocked(fetch)).toHaveBeenCalledTimes(2)
    await expect(button).toHaveTextContent("One moment…")
  },
})

/** The app's Auth.js routes respond with 503. The card shows an alert. */
export const CustomButtonFailed = meta.story({
  beforeEach: () => mockAuthRoutes({ csrf: () => new Response("down", { status: 503 }) }),
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await expect(await canvas.findByRole("alert")).toBeVisible()
    await expect(canvas.getByRole("button")).toHaveTextContent("Continue with Bink")
  },
})
