/** How the emulator's pages look. One file, light and dark, for phones and desks. */
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
  --blue: light-dark(#1f6feb, #4c92ff);
  --gold: light-dark(#8a6100, #e3b341);
  --danger: light-dark(#b3261e, #ff9d95);
}
* { box-sizing: border-box }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; padding: 24px 16px; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
  display: grid; grid-template-rows: auto 1fr auto; justify-items: center; align-items: center; gap: 24px;
}
main { width: 100%; max-width: 440px; background: var(--surface); border: 1px solid var(--line); border-radius: 16px; padding: 32px }
.masthead { display: flex; align-items: center; gap: 8px; font-weight: 600; font-size: 15px }
.mark { color: var(--accent) } .mark-cut { fill: var(--on-accent) }
.colophon { text-align: center; font-size: 13px; color: var(--muted) }
.colophon p { margin: 0 0 4px } .colophon a { margin: 0 6px }
h1 { font-size: 24px; line-height: 1.25; letter-spacing: -.01em; margin: 0 0 4px; text-wrap: balance; overflow-wrap: anywhere }
h2 { font-size: 13px; font-weight: 600; color: var(--muted); margin: 24px 0 8px }
p { margin: 8px 0 } .lede { color: var(--muted); margin: 0 0 24px; overflow-wrap: anywhere } .lede strong { color: var(--text) }
a { color: var(--accent); text-underline-offset: 2px }
code { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, monospace; overflow-wrap: anywhere }
button {
  font: inherit; font-weight: 600; color: var(--text); background: var(--surface); border: 1px solid var(--line);
  border-radius: 10px; min-height: 44px; padding: 8px 20px; cursor: pointer;
}
button:hover { background: var(--raised) }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent) }
.primary:hover { background: color-mix(in srgb, var(--accent) 88%, var(--text)) }
.people { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px }
.person { width: 100%; display: flex; align-items: center; gap: 12px; text-align: start; padding: 10px 12px; font-weight: 400 }
.avatar { flex: none; border-radius: 50% }
.who { display: grid; min-width: 0 }
.name { font-weight: 600; display: flex; align-items: center; gap: 6px; overflow-wrap: anywhere }
.handle { color: var(--muted); font-size: 14px; overflow-wrap: anywhere }
.badge { flex: none } .level-1 { color: var(--blue) } .level-2 { color: var(--gold) }
.chip { display: flex; align-items: center; gap: 12px; margin: 20px 0 0; padding: 12px; background: var(--raised); border-radius: 12px }
.facts { margin: 0; border-top: 1px solid var(--line) }
.facts div { display: flex; justify-content: space-between; gap: 16px; padding: 8px 0; border-bottom: 1px solid var(--line) }
dt { color: var(--muted) } dd { margin: 0; text-align: end; overflow-wrap: anywhere; min-width: 0 }
.none { color: var(--muted) }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; margin-top: 24px }
.fine { font-size: 14px; color: var(--muted); margin: 16px 0 0; overflow-wrap: anywhere } .fine strong { color: var(--text) }
.problem { color: var(--danger) }
.addresses { margin: 0; padding: 0; list-style: none }
@media (forced-colors: active) { .person, main { border-color: CanvasText } }
`
