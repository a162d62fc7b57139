import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { expect } from "storybook/test"
import { languages } from "../.storybook/languages.ts"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes } from "./auth-routes.ts"
import "./gallery/languages.css"

const meta = preview.meta({
  title: "Components/Languages",
  beforeEach: () => answerAuthRoutes().restore,
})

/** Every language of `authjs-bink/locales`, each in its own direction. An app's bundle takes only what it imports. */
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

/** The four phrases of the button, language by language. */
export const Phrases = meta.story({
  render: () => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className="g-scroll" aria-label="Phrases of the button by language" tabIndex={0}>
      <table className="languages-table">
        <thead>
          <tr>
            {["Language", "signin_with", "signup_with", "continue_with", "signin"].map((heading) => (
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
              {(["signin_with", "signup_with", "continue_with", "signin"] as const).map((text) => (
                <td key={text} lang={tag} dir={dir}>
                  {messages[text]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ),
})
