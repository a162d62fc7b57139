/** Stylesheet of the pages: light and dark, from 320 px wide. */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f4f7, #0d0f14);
  --surface: light-dark(#fff, #171a21);
  --raised: light-dark(#f6f7f9, #1f232c);
  --line: light-dark(#dfe2e8, #2c313c);
  --text: light-dark(#14171f, #eef0f4);
  --muted: light-dark(#5a6172, #a2a9b8);
  --accent: light-dark(#2f3a8f, #aab4ff);
  --on-accent: light-dark(#fff, #12163a);
  --edge: light-dark(#868d9c, #6d7585);
  --good: light-dark(#1a7f37, #56d364);
  --danger: light-dark(#b3261e, #ff9d95);
}
* { box-sizing: border-box }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; padding: 24px 16px; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  display: grid; grid-template: auto 1fr auto / minmax(0, 1fr); overflow-wrap: anywhere; justify-items: center; align-items: center; gap: 24px;
}
main { width: 100%; max-width: 440px; background: var(--surface); border: 1px solid var(--line); border-radius: 16px; padding: 32px }
.site-header { display: flex; align-items: center; gap: 8px; font-weight: 600; font-size: 15px }
.logo { color: var(--accent) }
.site-footer { text-align: center; text-wrap: balance; font-size: 13px; color: var(--muted) }
.site-footer p { margin: 0 0 4px } .site-footer a { margin: 0 6px }
h1 { font-size: 24px; line-height: 1.25; letter-spacing: -.01em; margin: 0 0 4px; text-wrap: balance }
h2 { font-size: 13px; font-weight: 600; color: var(--muted); margin: 24px 0 8px }
p { margin: 8px 0 } .lede { color: var(--muted); margin: 0 0 24px } .lede strong { color: var(--text) }
a { color: var(--accent); text-underline-offset: 2px }
code { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace } .flag { white-space: nowrap }
button {
  font: inherit; font-weight: 600; color: var(--text); background: var(--surface); border: 1px solid var(--line);
  border-radius: 10px; min-height: 44px; padding: 8px 20px; cursor: pointer;
}
button:hover { background: var(--raised) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
.primary:hover { background: color-mix(in srgb, var(--accent) 88%, var(--text)) }
.accounts, .rows, .tokens, .uris { list-style: none; margin: 0; padding: 0 }
.accounts { display: grid; gap: 8px }
.account { width: 100%; display: flex; align-items: center; gap: 12px; text-align: start; padding: 10px 12px; font-weight: 400 }
.account::after {
  content: ""; flex: none; margin-inline-start: auto; width: 8px; height: 8px; rotate: -45deg; opacity: .55;
  border: solid currentColor; border-width: 0 2px 2px 0;
}
.account:hover::after { opacity: 1 }
.avatar { flex: none; border-radius: 50% }
.lines { display: grid; min-width: 0 }
.name { font-weight: 600 }
.name .badge { vertical-align: -3px }
.handle { color: var(--muted); font-size: 14px }
.user { display: flex; align-items: center; gap: 12px; min-width: 0 }
.card { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 12px; padding: 12px; background: var(--raised); border-radius: 12px; margin-top: 16px }
.fields { margin: 0; border-top: 1px solid var(--line) }
.fields div { display: flex; justify-content: space-between; gap: 16px; padding: 8px 0; border-bottom: 1px solid var(--line) }
dt { color: var(--muted) } dd { margin: 0; text-align: end; min-width: 0 }
.none, .empty { color: var(--muted) }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-top: 24px }
.fine { font-size: 14px; color: var(--muted); margin: 16px 0 0 } .fine + .fine { margin-top: 4px } .fine strong { color: var(--text) }
.problem { color: var(--danger) }
.uris li { padding: 4px 0 }

input, select {
  font: inherit; font-size: 15px; color: var(--text); background: var(--surface); border: 1px solid var(--edge); border-radius: 8px;
  min-height: 40px; padding: 6px 10px; min-width: 0; max-width: 100%;
}
input::placeholder { color: var(--muted); opacity: 1 }
[aria-invalid] { border-color: var(--danger) }
.small { min-height: 36px; padding: 4px 14px; font-size: 14px; border-radius: 8px }
.danger { color: var(--danger); border-color: currentColor }
section + section { margin-top: 32px; border-top: 1px solid var(--line); padding-top: 24px }
h1 + section { margin-top: 24px } section h2 { margin: 0 0 8px; font-size: 17px; color: var(--text) }
.rows > li, .tokens form { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 8px 16px }
.rows > li, .tokens > li { padding: 12px 0; border-top: 1px solid var(--line) }
.rows > li:first-child { border-top: 0 }
.rows .lines { flex: 1 1 0 } .rows > li > form:only-child { flex: 1 }
.row { display: flex; flex-wrap: wrap; align-items: end; gap: 8px } .grow { flex: 1 1 0; min-width: 0; align-self: center }
.row label, .create label { display: grid; gap: 4px; font-size: 14px; color: var(--muted) }
.row button { min-height: 40px; padding: 6px 16px; font-size: 15px; border-radius: 8px } .row + .row, .rows + form, .panel > form + form, .fine + form { margin-top: 16px } input[type="number"] { width: 110px }
.tokens { margin: 16px 0 }
.create { display: grid; gap: 8px; margin-top: 16px } .create button { margin-top: 4px }
.new-token { border: 1px solid var(--accent); border-radius: 12px; padding: 12px 16px; margin-top: 16px }
.copyable { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px } .copyable code { flex: 1 1 220px; user-select: all }

.wide { align-items: start }
.wide main { max-width: 1120px; background: none; border: 0; padding: 0 }
.panels { display: grid; gap: 16px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); align-items: start; margin-top: 16px }
.panels > div { display: grid; grid-template-columns: minmax(0, 1fr); gap: 16px; min-width: 0 }
.panel { background: var(--surface); border: 1px solid var(--line); border-radius: 16px; padding: 20px; min-width: 0 }
.panel + .panel { margin: 0; border-top: 1px solid var(--line); padding-top: 20px }
.panel-head { display: flex; align-items: center; justify-content: space-between; min-height: 36px; margin-bottom: 8px } .panel-head h2 { margin: 0 }
.scroll { overflow: auto; max-height: 420px; margin: 0 -20px -20px; padding: 0 20px 12px; border-radius: 0 0 16px 16px }
table { border-collapse: collapse; width: 100%; min-width: 760px; font-size: 14px }
th { text-align: start; font-weight: 600; color: var(--muted); position: sticky; top: 0; background: var(--surface) }
th, td { padding: 8px 16px 8px 0; border-bottom: 1px solid var(--line); vertical-align: top } tr:last-child td { border-bottom: 0 }
td:last-child { width: 60%; padding-inline-end: 0 } td code { font-size: 13px } th, td:not(:last-child) { white-space: nowrap }
.param { display: inline-block; margin-inline-end: 10px; color: var(--muted) } .param b { font-weight: 400; color: var(--text) }
.status { font-weight: 600; font-variant-numeric: tabular-nums } .s2, .s3 { color: var(--good) } .s4, .s5 { color: var(--danger) }
@media (max-width: 480px) { body { padding: 20px 12px } main { padding: 24px 20px } }
@media (forced-colors: active) { .account, main, .panel { border-color: CanvasText } }
`
