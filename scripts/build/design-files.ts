/**
 * `npm run build:design`: writes files for design tools to `docs/design`: the tokens of the components, both badges and
 * the logo. A test fails if they differ from the sources.
 *
 * @see https://www.designtokens.org/TR/2025.10/format/
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parse, type Rule } from "postcss"
import { BADGE_VIEW_BOX, type BadgeIcon, blueBadge, goldBadge } from "../../src/brand/badge-icons.ts"
import { LOGO_COLOR, LOGO_PATH } from "../../src/brand/logo.ts"
import { badgeEnglish } from "../../src/react/messages.ts"
import { css } from "../../src/react/styles.ts"
import { ROOT } from "../run.ts"

const DIRECTORY = join(ROOT, "docs/design")

/** Returns the files' contents by name. */
export function designFiles(): Record<string, string> {
  return {
    // Lists on one line, as the formatter writes them.
    "bink.tokens.json": `${JSON.stringify(tokens(), null, 2).replace(/\[\s+([^\]]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, " ")}]`)}\n`,
    "badge-passkey-verified.svg": badgeSvg(badgeEnglish.verified, blueBadge),
    "badge-trusted.svg": badgeSvg(badgeEnglish.trusted, goldBadge),
    "logo.svg": svg("Logo of authjs-bink", "0 0 24 24", `fill="${LOGO_COLOR}"`, LOGO_PATH),
  }
}

function tokens() {
  const base = declarations("button.bink-button")
  const focus = declarations(".bink-button:focus-visible")
  const [outlineWidth = "", , outlineColor = ""] = `${focus.outline}`.split(" ")
  const themes = {
    filled: {},
    outline: declarations(".bink-outline"),
    neutral: declarations(".bink-neutral"),
  }
  const heights = { large: {}, medium: declarations(".bink-medium"), small: declarations(".bink-small") }
  return {
    $description:
      "Colours and sizes of the components of authjs-bink. Generated from the sources by npm run build:design.",
    badge: {
      $type: "color",
      "passkey-verified": { fill: color(blueBadge.fill) },
      trusted: { fill: color(goldBadge.fill), stroke: color(goldBadge.stroke) },
    },
    button: {
      ...mapValues(themes, (theme) => ({
        $type: "color",
        ...mapValues({ light: 0, dark: 1 } as const, (scheme) => ({
          background: color(inScheme(defaultOf("--b", theme, base.background), scheme)),
          text: color(inScheme(defaultOf("--c", theme, base.color), scheme)),
          border: color(inScheme(defaultOf("--e", theme, base.border), scheme)),
        })),
      })),
      "focus-ring": {
        color: { $type: "color", ...color(outlineColor) },
        width: { $type: "dimension", ...dimension(outlineWidth) },
        offset: { $type: "dimension", ...dimension(focus["outline-offset"]) },
      },
      height: {
        $type: "dimension",
        ...mapValues(heights, (size) => dimension(defaultOf("--h", size, base["min-height"]))),
      },
      "font-size": {
        $type: "dimension",
        ...mapValues(heights, (size) => dimension(defaultOf("--f", size, base.font))),
      },
      radius: { $type: "dimension", ...dimension(defaultOf("--bink-radius", {}, base["border-radius"])) },
    },
  }
}

/** Returns the declarations of all rules with this selector. */
function declarations(selector: string): Record<string, string> {
  const found: Record<string, string> = {}
  parse(css).each((node) => {
    if (node.type !== "rule" || !node.selectors.includes(selector)) return
    ;(node as Rule).walkDecls(({ prop, value }) => {
      found[prop] = value.trim()
    })
  })
  if (Object.keys(found).length === 0) throw new Error(`src/react/styles.ts has no rule for ${selector}.`)
  return found
}

/** Returns the value of a custom property, or the default that `usage` has for it: `44px` in `var(--h, 44px)`. */
function defaultOf(property: string, set: Record<string, string>, usage = ""): string {
  const value = set[property] ?? new RegExp(`var\\(${property}, ([^()]+)\\)`).exec(usage)?.[1]
  if (!value) throw new Error(`src/react/styles.ts has no default for ${property} in "${usage}".`)
  return value
}

/** Returns a value for the light (0) or dark (1) colour scheme. */
function inScheme(value: string, scheme: 0 | 1): string {
  const [, light, dark] = /^light-dark\((\S+), (\S+)\)$/.exec(value) ?? [undefined, value, value]
  return `${[light, dark][scheme]}`
}

/** Returns the value of a colour token for `#rgb`, `#rgba` or `#rrggbb`. */
function color(hex: string) {
  const digits = hex.length < 6 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)
  const [red = 0, green = 0, blue = 0, alpha = 255] = (digits ?? []).map((pair) => Number.parseInt(pair, 16))
  if ([red, green, blue, alpha].some(Number.isNaN))
    throw new Error(`"${hex}" is not a colour in hex notation.`)
  const share = (byte: number) => Math.round((byte / 255) * 1e4) / 1e4
  return {
    $value: {
      colorSpace: "srgb",
      components: [red, green, blue].map(share),
      alpha: share(alpha),
      hex: `#${(digits ?? []).slice(0, 3).join("")}`,
    },
  }
}

/** Returns the value of a dimension token for `44px` or `1rem`. */
function dimension(text = "") {
  const [, value, unit] = /^(\.?\d[\d.]*)(px|rem)$/.exec(text) ?? []
  if (!unit) throw new Error(`"${text}" is not a length in px or rem.`)
  return { $value: { value: Number(value), unit } }
}

function badgeSvg(title: string, { d, ...colors }: BadgeIcon): string {
  const attributes = Object.entries(colors).map(([name, value]) => `${name}="${value}"`)
  return svg(title, BADGE_VIEW_BOX, attributes.join(" "), d)
}

function svg(title: string, viewBox: string, attributes: string, path: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="${viewBox}" ${attributes}>
  <title>${title}</title>
  <path d="${path}"/>
</svg>
`
}

function mapValues<Key extends string, From, To>(record: Record<Key, From>, map: (value: From) => To) {
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key, map(value as From)]),
  ) as Record<Key, To>
}

if (import.meta.main) {
  mkdirSync(DIRECTORY, { recursive: true })
  for (const [name, content] of Object.entries(designFiles())) writeFileSync(join(DIRECTORY, name), content)
}
