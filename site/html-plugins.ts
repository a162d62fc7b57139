import { defineHastPlugin, type HastNode } from "satteri"

type Element = Extract<HastNode, { type: "element" }>

/** Plugins that prepare the HTML of pages for `pages.css`. */

/** Marks inline code without a space, such as `--redirect-uri`, so that it does not break at a hyphen. */
export const unbrokenNames = defineHastPlugin({
  name: "unbroken-names",
  element: {
    filter: ["code"],
    visit(code, ctx) {
      if (!/\s/.test(ctx.textContent(code))) ctx.setProperty(code, "data-name", "")
    },
  },
})

/**
 * Adds the name of its column to each cell of a table with three or more columns: on phones, each row is a list. The
 * roles keep the table a table for screen readers.
 */
export const stackedTables = defineHastPlugin({
  name: "stacked-tables",
  element: {
    filter: ["table"],
    visit(table, ctx) {
      const [head, body] = elementsIn(table)
      const [headRow, ...bodyRows] = [head, body].flatMap((part) => (part ? elementsIn(part) : []))
      const headers = headRow ? elementsIn(headRow) : []
      if (headers.length < 3) return
      ctx.setProperty(table, "data-stacked", "")
      ctx.setProperty(table, "role", "table")
      for (const part of [head, body]) if (part) ctx.setProperty(part, "role", "rowgroup")
      for (const row of [headRow, ...bodyRows]) if (row) ctx.setProperty(row, "role", "row")
      for (const header of headers) ctx.setProperty(header, "role", "columnheader")
      for (const row of bodyRows) {
        elementsIn(row).forEach((cell, index) => {
          ctx.setProperty(cell, "role", "cell")
          ctx.setProperty(cell, "data-label", headers[index] ? ctx.textContent(headers[index]) : "")
        })
      }
    },
  },
})

function elementsIn({ children }: Readonly<Element>): Element[] {
  return children.filter((child) => child.type === "element")
}
