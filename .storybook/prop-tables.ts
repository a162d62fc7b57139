import type { ArgTypesEnhancer } from "storybook/internal/types"

interface Documented {
  __docgenInfo?: {
    description?: string
    props?: Record<string, { description?: string; tsType?: { name: string; raw?: string } }>
  }
}

/** The text of a component's JSDoc, without its tags. Storybook reads this setting, and has no type for it. */
export const withoutTags = {
  extractComponentDescription: (component?: Documented) =>
    component?.__docgenInfo?.description?.split(/^@/m)[0] ?? "",
}

/** Types as the source has them, where react-docgen says no more than "union", and defaults from `@default`. */
export const readableTypes: ArgTypesEnhancer = ({ argTypes, component }) => {
  const props = (component as Documented | undefined)?.__docgenInfo?.props ?? {}
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
