import { type BinkMessages, SignInWithBinkButton, signInErrorMessage } from "authjs-bink/react"
import { expect } from "storybook/test"
import preview from "../.storybook/preview.tsx"
import { Specimen, Specimens } from "./gallery/gallery.tsx"
import { mockAuthRoutes } from "./mock-auth-routes.ts"
import "./gallery/card.css"

interface SignInPageProps {
  /** Value of `?error=` in the URL of the page. */
  error?: string
  messages?: BinkMessages
}

/** A sign-in page that shows why the last sign-in failed. */
function SignInPage({ error, messages }: SignInPageProps) {
  const message = signInErrorMessage(error, messages)
  return (
    <div className="g-sign-in-options" style={{ inlineSize: 284 }}>
      <h2>Welcome</h2>
      {message && <p role="alert">{message}</p>}
      <SignInWithBinkButton messages={messages} fullWidth />
    </div>
  )
}

const meta = preview.meta({
  title: "Components/Sign-in error message",
  component: SignInPage,
  args: { error: "OAuthAccountNotLinked" },
  beforeEach: () => mockAuthRoutes(),
})

/** `signInErrorMessage` returns the text for the `error` parameter that Auth.js adds to the URL of the page. */
export const ErrorMessage = meta.story({
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("alert")).toBeVisible()
  },
})

/** Both versions of Auth.js have a name for each reason. NextAuth 4 has one name for declined and failed sign-ins. */
export const Reasons = meta.story({
  render: ({ messages }) => (
    <Specimens>
      {["OAuthCallbackError", "OAuthCallback", "OAuthAccountNotLinked", "AccessDenied", "Configuration"].map(
        (error) => (
          <Specimen key={error} name={`?error=${error}`}>
            <SignInPage error={error} {...(messages && { messages })} />
          </Specimen>
        ),
      )}
    </Specimens>
  ),
  play: async ({ canvas }) => {
    const texts = canvas.getAllByRole("alert").map(({ textContent }) => textContent)
    await expect(new Set(texts).size).toBe(5)
  },
})

/** Without an error there is no text. */
export const NoError = meta.story({
  args: { error: "" },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole("alert")).toBeNull()
  },
})
