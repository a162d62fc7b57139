import type { ReactNode } from "react"
import "./gallery.css"

/** A section with a title and an optional note. */
export function Section({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="g-section">
      <header>
        <h2>{title}</h2>
        {note ? (
          <p>
            <bdi>{note}</bdi>
          </p>
        ) : null}
      </header>
      {children}
    </section>
  )
}

/** Shows examples in a row that wraps. */
export function Specimens({ children }: { children: ReactNode }) {
  return <div className="g-specimens">{children}</div>
}

/** One example with its name below. */
export function Specimen({
  name,
  className,
  children,
}: {
  name: string
  className?: string
  children: ReactNode
}) {
  return (
    <figure className="g-specimen">
      <div className={className}>{children}</div>
      <figcaption>
        <code>{name}</code>
      </figcaption>
    </figure>
  )
}

/** A table with one example for each combination of row and column. */
export function Matrix<R extends string, C extends string>(props: {
  caption: string
  rows: readonly R[]
  columns: readonly C[]
  children: (row: R, column: C) => ReactNode
}) {
  const { caption, rows, columns, children } = props
  return (
    // The table scrolls on narrow screens, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="g-scroll" aria-label={caption} tabIndex={0}>
      <table className="g-matrix">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => (
                <td key={column}>{children(row, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
