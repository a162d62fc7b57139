import { type ReactNode, useLayoutEffect, useRef, useState } from "react"
import "./anatomy.css"

interface Part {
  name: string
  /** Finds the part in the example. */
  selector: string
  /** Where the number is, next to the part. */
  side: "top" | "bottom" | "start" | "end"
  text: string
}

/** Shows an example with numbered parts, and explains each part below. */
export function Anatomy({ parts, children }: { parts: Part[]; children: ReactNode }) {
  const example = useRef<HTMLDivElement>(null)
  const [positions, setPositions] = useState<{ left: number; top: number }[]>([])

  useLayoutEffect(() => {
    const { current } = example
    if (!current) return
    const measure = () => setPositions(parts.map((part) => positionOf(part, current)))
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [parts])

  return (
    <figure className="anatomy sb-unstyled">
      <div className="anatomy-example" ref={example}>
        {children}
        {positions.map((position, index) => (
          <span
            key={parts[index]?.name}
            className={`anatomy-number anatomy-${parts[index]?.side}`}
            style={position}
            aria-hidden
          >
            {index + 1}
          </span>
        ))}
      </div>
      <figcaption>
        <ol>
          {parts.map(({ name, text }) => (
            <li key={name}>
              <strong>{name}.</strong> {text}
            </li>
          ))}
        </ol>
      </figcaption>
    </figure>
  )
}

/** Returns the middle of the part's edge, relative to the example. */
function positionOf({ selector, side }: Part, example: HTMLElement) {
  const part = example.querySelector(selector)
  if (!part) throw new Error(`The example has no element ${selector}.`)
  const { left, top, width, height } = part.getBoundingClientRect()
  const origin = example.getBoundingClientRect()
  const share = { top: [0.5, 0], bottom: [0.5, 1], start: [0, 0.5], end: [1, 0.5] }[side] as [number, number]
  return { left: left - origin.left + width * share[0], top: top - origin.top + height * share[1] }
}
