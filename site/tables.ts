import { defineHastPlugin, type HastNode } from "satteri"

type Element = Extract<HastNode, { type: "element" }>

/**
 * HTML plugin for tables with three or more columns. On phones `pages.css` shows each row as a list, so each cell gets
 * the name of its column as `data-label`. The roles keep the table a table for screen readers.
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
