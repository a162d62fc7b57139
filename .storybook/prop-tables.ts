import type { ArgTypesEnhancer } from "storybook/internal/types"
import logo from "../src/react/bink-logo.tsx?raw"
import signIn from "../src/react/sign-in.ts?raw"
import button from "../src/react/sign-in-with-bink-button.tsx?raw"
import hook from "../src/react/use-sign-in-with-bink.ts?raw"
import badge from "../src/react/verification-badge.ts?raw"
import badgeButton from "../src/react/verification-badge-button.tsx?raw"

interface Prop {
  name: string
  type: string
  description: string
  byDefault?: string | undefined
  isRequired: boolean
}

/**
 * Reads the members of an interface and their JSDoc. react-docgen does not see through `Omit` and `forwardRef`, and
 * react-docgen-typescript needs a compiler API that TypeScript 7 does not have.
 */
function propsOf(source: string, interfaceName: string): Prop[] {
  const [, body = ""] =
    new RegExp(`interface ${interfaceName}\\b[^{]*\\{\\n([\\s\\S]*?)\\n\\}`).exec(source) ?? []
  return [...body.matchAll(/\/\*\*([\s\S]*?)\*\/\s*(\w+)(\??): ([^\n]+)/g)].map(
    ([, comment = "", name = "", optional, type = ""]) => {
      const text = comment.replace(/^\s*\*? ?/gm, "").trim()
      return {
        name,
        type: type.replace(/ \| undefined$/, ""),
        description: text.split(/^@/m)[0]?.trim() ?? "",
        byDefault: /^@default (.+)/m.exec(text)?.[1],
        isRequired: !optional,
      }
    },
  )
}

const badgeProps = propsOf(badge, "VerificationBadgeProps")

/** The own props of each component, by the name of its story's title. */
const PROPS: Record<string, Prop[]> = {
  "Sign-in button": [
    ...propsOf(button, "SignInWithBinkButtonProps"),
    ...propsOf(signIn, "SignInOptions"),
    ...propsOf(hook, "UseSignInWithBinkOptions"),
  ],
  "Verification badge": badgeProps,
  "Verification badge button": [
    ...badgeProps.filter(({ name }) => badgeButton.includes(`"${name}"`)),
    ...propsOf(badgeButton, "VerificationBadgeButtonProps"),
  ],
  Logo: propsOf(logo, "BinkLogoProps"),
}

/** Shows each own prop with its full type, its description and its default, as the source has them. */
export const readableTypes: ArgTypesEnhancer = ({ argTypes, title }) => {
  const [, component = ""] = title.split("/")
  const props = PROPS[component]
  if (!props) return argTypes
  const documented = props.map(({ name, type, description, byDefault, isRequired }) => [
    name,
    {
      ...argTypes[name],
      name,
      description,
      type: { ...(argTypes[name]?.type as object), required: isRequired },
      table: {
        type: { summary: type },
        ...(byDefault && { defaultValue: { summary: byDefault } }),
      },
    },
  ])
  return { ...Object.fromEntries(documented) }
}

interface DocumentedComponent {
  __docgenInfo?: { description?: string }
}

/** Shows the text of a component's JSDoc without its tags. Storybook has this parameter, but no type for it. */
export const withoutTags = {
  extractComponentDescription: (component?: DocumentedComponent) =>
    component?.__docgenInfo?.description?.split(/^@/m)[0] ?? "",
}
