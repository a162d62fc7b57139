import type { ReactNode } from "react"
import "./gallery.css"

/** One titled block of a page that shows many things at once. */
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

/** Things side by side, each with its name below: as wide as they need to be, on as many lines as it takes. */
export function Specimens({ children }: { children: ReactNode }) {
  return <div className="g-specimens">{children}</div>
}

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

/** Every combination of two things, as a table with both named. */
export function Matrix<R extends string, C extends string>(props: {
  caption: string
  rows: readonly R[]
  columns: readonly C[]
  children: (row: R, column: C) => ReactNode
}) {
  const { caption, rows, columns, children } = props
  return (
    // Wider than a phone: it scrolls by itself, by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
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
