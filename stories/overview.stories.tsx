import { SignInWithBinkButton, VerificationBadge, VerificationBadgeButton } from "authjs-bink/react"
import { fn } from "storybook/test"
import { languageOf } from "../.storybook/languages.ts"
import preview from "../.storybook/preview.tsx"
import { Matrix, Section, Specimen, Specimens } from "./gallery/gallery.tsx"
import { UserList } from "./gallery/user-list.tsx"
import { SHAPES, SIZES, TEXTS, THEMES } from "./gallery/values.ts"
import { mockAuthRoutes } from "./mock-auth-routes.ts"

const STATES = ["Rest", "Hover", "Focus", "Active", "Pending", "Disabled"] as const

const meta = preview.meta({
  title: "Overview",
  component: SignInWithBinkButton,
  tags: ["!autodocs"],
  args: { onError: fn() },
  beforeEach: () => mockAuthRoutes(),
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

/** The button and the badge in every state, on one page. */
export const EveryState = meta.story({
  render: (_args, { globals }) => {
    const texts = { messages: languageOf(globals.language).messages }
    return (
      <main className="g-page">
        <header>
          <h1>Sign in with Bink</h1>
          <p className="g-lead">
            <bdi>
              The sign-in button and the verification badge in every state. Change colour scheme, language and
              direction in the toolbar.
            </bdi>
          </p>
        </header>

        <Section
          title="Themes and states"
          note="The button stays pending until the page is left. Its size does not change."
        >
          <Matrix caption="Buttons by theme and state" rows={THEMES} columns={STATES}>
            {(theme, state) => (
              <span className={`is-${state.toLowerCase()}`}>
                <SignInWithBinkButton
                  {...texts}
                  theme={theme}
                  text="signin"
                  pending={state === "Pending"}
                  disabled={state === "Disabled"}
                />
              </span>
            )}
          </Matrix>
        </Section>

        <Section title="Icon" note="The text is the accessible name.">
          <Matrix caption="Icon buttons by theme and state" rows={THEMES} columns={STATES}>
            {(theme, state) => (
              <span className={`is-${state.toLowerCase()}`}>
                <SignInWithBinkButton
                  {...texts}
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
          note="44, 40 and 32 px high. Use square and circle with the icon variant."
        >
          <Matrix caption="Buttons by size and shape" rows={SIZES} columns={["rectangular", "pill"]}>
            {(size, shape) => <SignInWithBinkButton {...texts} size={size} shape={shape} />}
          </Matrix>
          <Matrix caption="Icon buttons by size and shape" rows={SIZES} columns={SHAPES}>
            {(size, shape) => (
              <SignInWithBinkButton {...texts} variant="icon" size={size} shape={shape} theme="outline" />
            )}
          </Matrix>
        </Section>

        <Section title="Text" note="Four texts, translated into every language of authjs-bink/locales.">
          <Specimens>
            {TEXTS.map((text) => (
              <Specimen key={text} name={text}>
                <SignInWithBinkButton {...texts} text={text} theme="neutral" />
              </Specimen>
            ))}
          </Specimens>
        </Section>

        <Section title="Full width" note="The logo at the start, or next to the centred text.">
          <div style={{ display: "grid", gap: 12, maxInlineSize: 400 }}>
            <SignInWithBinkButton {...texts} fullWidth logoAlignment="start" />
            <SignInWithBinkButton {...texts} fullWidth logoAlignment="center" theme="outline" />
          </div>
        </Section>

        <Section title="Badge" note="Each level has its own shape and colour. 12 to 96 px.">
          <Matrix
            caption="Badges by level and size"
            rows={["1", "2"]}
            columns={["12", "16", "24", "48", "96"]}
          >
            {(level, size) => (
              <VerificationBadge {...texts} verificationLevel={level === "1" ? 1 : 2} size={Number(size)} />
            )}
          </Matrix>
        </Section>

        <Section title="Label and button">
          <Specimens>
            {([1, 2] as const).map((level) => (
              <Specimen key={level} name={`label, ${level}`}>
                <VerificationBadge {...texts} verificationLevel={level} variant="label" />
              </Specimen>
            ))}
            {([1, 2] as const).map((level) => (
              <Specimen key={level} name={`button, ${level}`}>
                <VerificationBadgeButton {...texts} verificationLevel={level} />
              </Specimen>
            ))}
          </Specimens>
        </Section>

        <Section title="Next to names" note="The badge is centred on the capitals and scales with the text.">
          <div
            style={{
              display: "grid",
              gap: 24,
              gridTemplateColumns: "repeat(auto-fit, minmax(min(320px, 100%), 1fr))",
            }}
          >
            <UserList {...texts} />
            <p className="g-names">
              <span style={{ fontSize: 12 }}>
                Ada <VerificationBadge {...texts} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...texts} verificationLevel={2} />
              </span>
              <span style={{ fontSize: 16 }}>
                Ada <VerificationBadge {...texts} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...texts} verificationLevel={2} />
              </span>
              <span style={{ fontSize: 24 }}>
                Ada <VerificationBadge {...texts} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...texts} verificationLevel={2} />
              </span>
              <span style={{ fontSize: 48 }}>
                Ada <VerificationBadge {...texts} verificationLevel={1} /> Layla{" "}
                <VerificationBadge {...texts} verificationLevel={2} />
              </span>
            </p>
          </div>
        </Section>
      </main>
    )
  },
})
