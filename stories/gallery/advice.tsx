import type { ReactNode } from "react"
import "./advice.css"

/**
 * Shows examples of do and don't, side by side on a wide page. `advice` completes a sentence that starts with "Do" or
 * "Don’t".
 */
export function Advice({ children }: { children: ReactNode }) {
  return <div className="advice sb-unstyled">{children}</div>
}

export function Do(props: { advice: string; children: ReactNode }) {
  return <Case verdict="do" {...props} />
}

export function Dont(props: { advice: string; children: ReactNode }) {
  return <Case verdict="dont" {...props} />
}

function Case(props: { verdict: "do" | "dont"; advice: string; children: ReactNode }) {
  return (
    <figure className={`advice-case advice-${props.verdict}`}>
      <div className="advice-example">{props.children}</div>
      <figcaption>
        <strong>{props.verdict === "do" ? "✓ Do" : "✕ Don’t"}</strong> {props.advice}
      </figcaption>
    </figure>
  )
}
