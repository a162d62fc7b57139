import type { ReactNode } from "react"
import "./advice.css"

/** Do and don't, side by side on a wide page. */
export function Advice({ children }: { children: ReactNode }) {
  return <div className="advice sb-unstyled">{children}</div>
}

export function Do(props: { because: string; children: ReactNode }) {
  return <Case verdict="do" {...props} />
}

export function Dont(props: { because: string; children: ReactNode }) {
  return <Case verdict="dont" {...props} />
}

function Case(props: { verdict: "do" | "dont"; because: string; children: ReactNode }) {
  return (
    <figure className={`advice-case advice-${props.verdict}`}>
      <div className="advice-stage">{props.children}</div>
      <figcaption>
        <strong>{props.verdict === "do" ? "✓ Do" : "✕ Don’t"}</strong> {props.because}
      </figcaption>
    </figure>
  )
}
