import { BinkLogo, useSignInWithBink } from "authjs-bink/react"
import { expect, mocked, userEvent, waitFor } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes, DESTINATION } from "./auth-routes.ts"
import "./gallery/card.css"

/** A card of one's own, with the whole of the button's behaviour behind it. */
function SignInCard() {
  const { pending, error, signIn } = useSignInWithBink({ redirectTo: "/welcome" })
  return (
    <div className="card">
      <BinkLogo width={32} height={32} />
      <h2>Your place is kept</h2>
      <p>Sign in to pick up where you left off.</p>
      <button type="button" onClick={() => signIn()} aria-busy={pending} aria-disabled={pending}>
        {pending ? "One moment…" : "Continue with Bink"}
      </button>
      {error ? <p role="alert">That did not work. Please try again.</p> : null}
    </div>
  )
}

const meta = preview.meta({
  title: "Components/useSignInWithBink",
  component: SignInCard,
  beforeEach: () => answerAuthRoutes().restore,
})

/** The behaviour without the look: `pending`, `error` and `signIn` for a button that is all your own. */
export const OwnLook = meta.story({
  play: async ({ canvas }) => {
    const button = canvas.getByRole("button", { name: "Continue with Bink" })
    await userEvent.dblClick(button)
    await waitFor(() => expect(location.hash).toBe(DESTINATION))
    await expect(mocked(fetch)).toHaveBeenCalledTimes(2)
    await expect(button).toHaveTextContent("One moment…")
  },
})

/** What its reader hears and sees when the app's sign-in can't be reached. */
export const OwnLookFailed = meta.story({
  beforeEach: () => answerAuthRoutes({ csrf: () => new Response("down", { status: 503 }) }).restore,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole("button"))
    await expect(await canvas.findByRole("alert")).toBeVisible()
    await expect(canvas.getByRole("button")).toHaveTextContent("Continue with Bink")
  },
})
