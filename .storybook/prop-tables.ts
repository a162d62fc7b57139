import type { ArgTypesEnhancer } from "storybook/internal/types"

interface DocumentedComponent {
  __docgenInfo?: {
    description?: string
    props?: Record<string, { description?: string; tsType?: { name: string; raw?: string } }>
  }
}

/** Shows the text of a component's JSDoc without its tags. Storybook has this parameter, but no type for it. */
export const withoutTags = {
  extractComponentDescription: (component?: DocumentedComponent) =>
    component?.__docgenInfo?.description?.split(/^@/m)[0] ?? "",
}

/** Shows union types in full, where react-docgen has only "union", and default values from `@default`. */
export const readableTypes: ArgTypesEnhancer = ({ argTypes, component }) => {
  const props = (component as DocumentedComponent | undefined)?.__docgenInfo?.props ?? {}
  return Object.fromEntries(
    Object.entries(argTypes).map(([name, argType]) => {
      const { tsType, description = "" } = props[name] ?? {}
      const type = (tsType?.raw ?? tsType?.name)?.replace(/\s*\|\s*undefined$/, "").replace(/^\s*\|\s*/, "")
      const byDefault = /@default (.+)/.exec(description)?.[1]
      const table = {
        ...argType.table,
        ...(type && { type: { summary: type } }),
        ...(byDefault && { defaultValue: { summary: byDefault } }),
      }
      return [name, { ...argType, table }]
    }),
  )
}
