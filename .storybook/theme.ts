import { create } from "storybook/theming"
import { BADGE_VIEW_BOX, type BadgeIcon, blueBadge, goldBadge } from "../src/brand/badge-icons.ts"
import { LOGO_PATH } from "../src/brand/logo.ts"

const type = {
  fontBase: '"Inter Variable", system-ui, sans-serif',
  fontCode: 'ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, monospace',
  appBorderRadius: 10,
  inputBorderRadius: 8,
  brandTitle: "Sign in with Bink",
  brandTarget: "_self",
} as const

export const light = create({
  ...type,
  base: "light",
  brandImage: brandImageUrl("#14181f"),
  colorPrimary: "#1f6feb",
  colorSecondary: "#1a63d6",
  appBg: "#f4f6fa",
  appContentBg: "#ffffff",
  appPreviewBg: "#ffffff",
  appHoverBg: "#e6edf8",
  appBorderColor: "#dfe4ec",
  textColor: "#14181f",
  textMutedColor: "#55606f",
  textInverseColor: "#ffffff",
  barBg: "#ffffff",
  barTextColor: "#55606f",
  barHoverColor: "#1a63d6",
  barSelectedColor: "#1a63d6",
  inputBg: "#ffffff",
  inputBorder: "#c5cdd9",
  inputTextColor: "#14181f",
  buttonBg: "#f4f6fa",
  buttonBorder: "#c5cdd9",
  booleanBg: "#e6eaf1",
  booleanSelectedBg: "#ffffff",
})

export const dark = create({
  ...type,
  base: "dark",
  brandImage: brandImageUrl("#eef2f8"),
  colorPrimary: "#6aa5ff",
  colorSecondary: "#4a8df8",
  appBg: "#0a0e15",
  appContentBg: "#0f141d",
  appPreviewBg: "#0f141d",
  appHoverBg: "#182236",
  appBorderColor: "#232b39",
  textColor: "#eef2f8",
  textMutedColor: "#9aa6b8",
  textInverseColor: "#0a0e15",
  barBg: "#0f141d",
  barTextColor: "#9aa6b8",
  barHoverColor: "#8dbaff",
  barSelectedColor: "#8dbaff",
  inputBg: "#0a0e15",
  inputBorder: "#364155",
  inputTextColor: "#eef2f8",
  buttonBg: "#182030",
  buttonBorder: "#364155",
  booleanBg: "#182030",
  booleanSelectedBg: "#2a3548",
})

/**
 * Returns the sidebar's brand image: logo, package name and both badges. An `<img>` cannot use the page's fonts, so the
 * text has a system font.
 */
function brandImageUrl(textColor: string): string {
  const badge = ({ d, ...colors }: BadgeIcon, x: number) =>
    `<svg x="${x}" y="7" width="17" height="17" viewBox="${BADGE_VIEW_BOX}" ${attributes(colors)}><path d="${d}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="196" height="32" viewBox="0 0 196 32">
      <rect width="32" height="32" rx="9" fill="#1a5fd6"/>
      <svg x="7" y="7" width="18" height="18" viewBox="0 0 24 24" fill="#fff"><path d="${LOGO_PATH}"/></svg>
      <text x="42" y="21" fill="${textColor}" font-family="system-ui, sans-serif" font-size="15" font-weight="650"
        textLength="100">authjs-bink</text>
      ${badge(blueBadge, 150)}${badge(goldBadge, 172)}
    </svg>`,
  )}`
}

function attributes(values: object): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(" ")
}
