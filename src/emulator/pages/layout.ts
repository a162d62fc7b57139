import { LOGO_PATH } from "../../brand/logo.js"
import { type Html, html } from "./html.js"

/** The "b" of the sign-in button, which is not Bink's logo. */
const logo = html`<svg class="logo" viewBox="0 0 24 24" width="24" height="24" fill="currentColor" aria-hidden="true"><path d="${LOGO_PATH}"/></svg>`

/** The favicon. */
export const logoFile = logo.markup
  .replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ')
  .replace("currentColor", "#6b78e5")

/** The document around the content of every page. Its footer says that this is not Bink. */
export function layout(
  base: string,
  title: string,
  content: Html,
  width: "narrow" | "wide" = "narrow",
): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Bink emulator</title>
<link rel="icon" href="${base}/_bink/mark.svg" type="image/svg+xml">
<link rel="stylesheet" href="${base}/_bink/pages.css">
</head>
<body class="${width}">
<header class="site-header">${logo}<span>Bink emulator</span></header>
<main>${content}</main>
<footer class="site-footer">
<p>For development. This is not Bink, and no account here is real.</p>
<p><a href="${base}/settings">Settings</a> <a href="${base}/_bink">Inspector</a></p>
</footer>
<script src="${base}/_bink/pages.js" defer></script>
</body>
</html>
`
}

/** Date and time in UTC, because the emulator's clock can differ from the user's. */
export function dateTime(ms: number): Html {
  const iso = isoString(ms)
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC</time>`
}

/** Time of day in UTC. */
export function timeOfDay(ms: number): Html {
  const iso = isoString(ms)
  return html`<time datetime="${iso}">${iso.slice(11, 19)}</time>`
}

/** Limits the time to the range of `Date`: the `now` option can return any number. */
function isoString(ms: number): string {
  const limit = 8.64e15
  return new Date(Math.min(Math.max(ms, -limit), limit) || 0).toISOString()
}
