import { SignInWithBinkButton, VerificationBadge } from "authjs-bink/react"
import { fn } from "storybook/test"
import { languageOf } from "../.storybook/languages.ts"
import preview from "../.storybook/preview.tsx"
import { answerAuthRoutes } from "./auth-routes.ts"
import { Matrix, Section, Specimen, Specimens } from "./gallery/gallery.tsx"
import { People } from "./gallery/people.tsx"
import { SHAPES, SIZES, TEXTS, THEMES } from "./gallery/values.ts"

const STATES = ["Rest", "Hover", "Focus", "Active", "Pending", "Disabled"] as const

const meta = preview.meta({
  title: "Overview",
  component: SignInWithBinkButton,
  tags: ["!autodocs"],
  args: { onError: fn() },
  beforeEach: () => answerAuthRoutes().restore,
  parameters: {
    bare: true,
    controls: { disable: true },
    pseudo: {
      rootSelector: "body",
      hover: ".is-hover *",
      focusVisible: ".is-focus *",
      active: ".is-active *",
    },
  },
})

/** Both components in every state, on one page. */
export const EveryState = meta.story({
  render: (_args, { globals }) => {
    const words = { messages: languageOf(globals.language).messages }
    return (
      <main className="g-page">
        <header>
          <h1>Sign in with Bink</h1>
          <p className="g-lead">
            <bdi>
              One button and one badge, in every state that they have. Change colours, language and direction
              in the toolbar above.
            </bdi>
          </p>
        </header>

        <Section title="Themes and states" note="Pending holds until the page goes, at the same size.">
          <Matrix caption="The button, by theme and state" rows={THEMES} columns={STATES}>
            {(theme, state) => (
              <span className={`is-${state.toLowerCase()}`}>
                <SignInWithBinkButton
                  {...words}
                  theme={theme}
                  text="signin"
                  pending={state === "Pending"}
                  disabled={state === "Disabled"}
                />
              </span>
            )}
          </Matrix>
        </Section>

        <Section title="Icon" note="The words stay, as the accessible name.">
          <Matrix caption="The icon button, by theme and state" rows={THEMES} columns={STATES}>
            {(theme, state) => (
              <span className={`is-${state.toLowerCase()}`}>
                <SignInWithBinkButton
                  {...words}
                  variant="icon"
                  shape="circle"
                  theme={theme}
                  pending={state === "Pending"}
                  disabled={state === "Disabled"}
                />
              </span>
            )}
          </Matrix>
        </Section>

        <Section
          title="Sizes and shapes"
          note="44, 40 and 32 px high. Square and circle are for the icon alone."
        >
          <Matrix caption="The button, by size and shape" rows={SIZES} columns={["rectangular", "pill"]}>
            {(size, shape) => <SignInWithBinkButton {...words} size={size} shape={shape} />}
          </Matrix>
          <Matrix caption="The icon button, by size and shape" rows={SIZES} columns={SHAPES}>
            {(size, shape) => (
              <SignInWithBinkButton {...words} variant="icon" size={size} shape={shape} theme="outline" />
            )}
          </Matrix>
        </Section>

        <Section title="Words" note="Four phrases, in each language as its big sign-in buttons have them.">
          <Specimens>
            {TEXTS.map((text) => (
              <Specimen key={text} name={text}>
                <SignInWithBinkButton {...words} text={text} theme="neutral" />
              </Specimen>
            ))}
          </Specimens>
        </Section>

        <Section title="Full width" note="The mark at the start, or in the middle with the words.">
          <div style={{ display: "grid", gap: 12, maxInlineSize: 400 }}>
            <SignInWithBinkButton {...words} fullWidth logoAlignment="start" />
            <SignInWithBinkButton {...words} fullWidth logoAlignment="center" theme="outline" />
          </div>
        </Section>

        <Section title="The badge" note="The shape carries the level, colour repeats it. 12 to 96 px.">
          <Matrix
            caption="The badge, by level and size"
            rows={["1", "2"]}
            columns={["12", "16", "24", "48", "96"]}
          >
            {(level, size) => (
              <VerificationBadge {...words} verificationLevel={level === "1" ? 1 : 2} size={Number(size)} />
            )}
          </Matrix>
        </Section>

        <Section title="Labels and explanations">
          <Specimens>
            {([1, 2] as const).map((level) => (
              <Specimen key={level} name={`label, ${level}`}>
                <VerificationBadge {...words} verificationLevel={level} variant="label" />
              </Specimen>
            ))}
            {([1, 2] as const).map((level) => (
              <Specimen key={level} name={`explain, ${level}`}>
                <VerificationBadge {...words} verificationLevel={level} explain />
              </Specimen>
            ))}
          </Specimens>
        </Section>

        <Section title="Beside names" note="It sits on the baseline and grows with the text.">
          <div
            style={{
              display: "grid",
              gap: 24,
              gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))",
            }}
          >
            <People {...words} />
            <p className="g-names">
              <span style={{ fontSize: 12 }}>
                Ada <VerificationBadge {...words} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...words} verificationLevel={2} />
              </span>
              <span style={{ fontSize: 16 }}>
                Ada <VerificationBadge {...words} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...words} verificationLevel={2} />
              </span>
              <span style={{ fontSize: 24 }}>
                Ada <VerificationBadge {...words} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...words} verificationLevel={2} />
              </span>
              <span style={{ fontSize: 48 }}>
                Ada <VerificationBadge {...words} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...words} verificationLevel={2} />
              </span>
            </p>
          </div>
        </Section>
      </main>
    )
  },
})
