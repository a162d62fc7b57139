import tokens from "../../docs/design/bink.tokens.json" with { type: "json" }
import "./design-tokens.css"

const FILES = [
  { name: "bink.tokens.json", text: "Colours, sizes and radii, in the Design Tokens format" },
  { name: "badge-passkey-verified.svg", text: "Badge of level 1" },
  { name: "badge-trusted.svg", text: "Badge of level 2" },
  { name: "logo.svg", text: "Neutral logo of this package" },
]

/** Links to the files for design tools. Storybook serves `docs/design` as `design`. */
export function DesignFiles() {
  return (
    <ul className="files sb-unstyled">
      {FILES.map(({ name, text }) => (
        <li key={name}>
          <a href={`design/${name}`} download>
            <span className="files-preview">
              {/* biome-ignore lint/performance/noImgElement: this is not a Next.js app. */}
              {name.endsWith(".svg") ? <img src={`design/${name}`} alt="" width={32} height={32} /> : "{ }"}
            </span>
            <span>
              <strong>{name}</strong>
              <br />
              {text}
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

interface Token {
  name: string
  text: string
  color?: string | undefined
}

/** Lists every token of the file with its value. */
export function TokenTable({ group }: { group: "badge" | "button" }) {
  return (
    <div className="tokens sb-unstyled">
      <table>
        <thead>
          <tr>
            <th scope="col">Token</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {tokensOf(tokens[group], group).map(({ name, text, color }) => (
            <tr key={name}>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                {color && <span className="tokens-swatch" style={{ background: color }} />}
                <code>{text}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Value = { hex: string; alpha: number } | { value: number; unit: string }

function tokensOf(node: object, path: string): Token[] {
  if ("$value" in node) return [tokenOf(path, node.$value as Value)]
  return Object.entries(node).flatMap(([key, child]) =>
    key.startsWith("$") ? [] : tokensOf(child, `${path}.${key}`),
  )
}

function tokenOf(name: string, value: Value): Token {
  if ("unit" in value) return { name, text: `${value.value}${value.unit}` }
  return value.alpha === 0 ? { name, text: "transparent" } : { name, text: value.hex, color: value.hex }
}
