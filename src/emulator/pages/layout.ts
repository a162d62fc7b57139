import { type Html, html } from "../html.js"
import { mark } from "./mark.js"

/** What every page of the emulator stands in. It says on each that this is not Bink. */
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
<header class="masthead">${mark}<span>Bink emulator</span></header>
<main>${content}</main>
<footer class="colophon">
<p>A stand-in on your own machine, not Bink. No real account is involved.</p>
<p><a href="${base}/settings">Settings</a> <a href="${base}/_bink">Inspector</a></p>
</footer>
<script src="${base}/_bink/pages.js" defer></script>
</body>
</html>
`
}
