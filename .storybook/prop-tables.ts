import docs from "virtual:component-docs"
import * as components from "authjs-bink/react"
import type { ArgTypesEnhancer } from "storybook/internal/types"
import type { ComponentDocs } from "./component-docs-plugin.ts"

function docsOf(component: unknown): ComponentDocs | undefined {
  const [name = ""] = Object.entries(components).find(([, value]) => value === component) ?? []
  return docs[name]
}

/** Shows the text of a component's JSDoc, without its tags. Storybook has this parameter, but no type for it. */
export const componentDescription = {
  extractComponentDescription: (component: unknown) => docsOf(component)?.description ?? "",
}

/** Shows each own prop with its full type, its description, its default and a control. */
export const describeProps: ArgTypesEnhancer = ({ argTypes, component }) => {
  const docs = docsOf(component)
  if (!docs) return argTypes
  const described = docs.props.map(({ name, type, description, byDefault, isRequired }) => [
    name,
    {
      ...controlOf(type),
      ...argTypes[name],
      name,
      description,
      type: { name: "other" as const, value: type, required: isRequired },
      table: {
        type: { summary: type },
        ...(byDefault && { defaultValue: { summary: byDefault } }),
      },
    },
  ])
  return Object.fromEntries(described)
}

/** A control for booleans, strings and unions of strings. Stories set the others. */
function controlOf(type: string): object {
  const options = type.split(" | ").map((option) => /^"(.*)"$/.exec(option)?.[1])
  if (options.every((option) => option !== undefined)) {
    return { options, control: { type: options.length > 3 ? "select" : "inline-radio" } }
  }
  const control = { boolean: "boolean", string: "text", ReactNode: "text" }[type]
  return { control: control ? { type: control } : { disable: true } }
}
