import type { BinkMessages } from "authjs-bink/locales"
import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { expect } from "storybook/test"
import { languages } from "../.storybook/languages.ts"
import preview from "../.storybook/preview.tsx"
import { mockAuthRoutes } from "./mock-auth-routes.ts"
import "./gallery/languages.css"

const meta = preview.meta({
  title: "Components/Languages",
  beforeEach: () => mockAuthRoutes(),
})

/** Every language of `authjs-bink/locales`, with its text direction. A bundle contains only the languages you import. */
export const All = meta.story({
  render: () => (
    <ul className="languages">
      {languages.map(({ name, title, tag, dir, messages }) => (
        <li key={name}>
          <p>
            {title} <code>{name}</code>
          </p>
          <div lang={tag} dir={dir}>
            <SignInWithBinkButton messages={messages} fullWidth theme="outline" />
            <div className="languages-badges">
              <VerificationBadge verificationLevel={1} variant="label" messages={messages} />
              <VerificationBadge verificationLevel={2} variant="label" messages={messages} />
            </div>
          </div>
        </li>
      ))}
    </ul>
  ),
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole("button")) {
      await expect(button.scrollWidth).toBeLessThanOrEqual(button.clientWidth)
    }
  },
})

/** The four texts of the button in every language. */
export const ButtonTexts = meta.story({
  render: () => (
    <Texts caption="Texts of the button" keys={["signin_with", "signup_with", "continue_with", "signin"]} />
  ),
})

/** What `signInErrorMessage` returns, in every language. */
export const ErrorTexts = meta.story({
  render: () => (
    <Texts caption="Texts of sign-in errors" keys={["declined", "notLinked", "notAllowed", "error"]} />
  ),
})

function Texts({ caption, keys }: { caption: string; keys: (keyof BinkMessages)[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="g-scroll" aria-label={caption} tabIndex={0}>
      <table className="languages-table">
        <thead>
          <tr>
            {["Language", ...keys].map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {languages.map(({ name, title, tag, dir, messages }) => (
            <tr key={name}>
              <th scope="row">{title}</th>
              {keys.map((key) => (
                <td key={key} lang={tag} dir={dir}>
                  {messages[key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
