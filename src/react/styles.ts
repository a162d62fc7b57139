/**
 * Styles of the button. The build minifies them and writes them to dist/styles.css too; it finds them by the only two
 * backticks in this file. No angle brackets, ampersands or quotes: React escapes them on a server.
 *
 * Apps set the --bink- custom properties; the short names are internal. The first selector has an element and a class,
 * so that it overrides [type=button] in resets such as Tailwind's, in any order.
 */
export const css = `
button.bink-button {
  color-scheme: var(--bink-color-scheme, light dark);
  display: inline-flex;
  place-items: center;
  place-content: center;
  gap: .6em;
  min-width: var(--h, 44px);
  min-height: var(--h, 44px);
  padding: .2em var(--p, 1em);
  border: 1px solid var(--bink-border, var(--e, #0000));
  border-radius: var(--bink-radius, 8px);
  background: var(--bink-background, var(--b, #1a5fd6));
  color: var(--bink-color, var(--c, #fff));
  font: 500 var(--f, 1rem)/1.2 a;
  font-family: var(--bink-font, inherit);
  overflow-wrap: anywhere;
  cursor: pointer;
}
.bink-medium { --h: 40px; --f: .9rem }
.bink-small { --h: 32px; --f: .9rem }
.bink-outline, .bink-neutral { --b: light-dark(#fff, #111); --c: light-dark(#222, #eee); --e: #777 }
.bink-neutral { --b: light-dark(#eee, #333); --e: #0000 }
.bink-circle, .bink-pill { --bink-radius: 99em }
.bink-icon { --p: 0 }
.bink-full { width: 100% }
.bink-light { --bink-color-scheme: light }
.bink-dark { --bink-color-scheme: dark }
.bink-start span { flex: 1 }
.bink-button:hover { filter: brightness(.9) }
.bink-button:active { filter: brightness(.8) }
.bink-button:focus-visible { outline: 2px solid #1a5fd6; outline-offset: 2px }
.bink-button:disabled { opacity: .6 }
.bink-button[aria-busy=true] { box-shadow: inset 0 -3px; animation: 1s infinite alternate bink }
@media (prefers-reduced-motion: no-preference) {
  @keyframes bink { to { box-shadow: inset 0 0 } }
}
.bink-button + [role=status] { position: absolute; opacity: 0 }
.bink-button + [role=alert] { display: block }
`
