/**
 * The button's styles, minified by the build and written to dist/styles.css too. No angle brackets, ampersands or quotes: they
 * would be escaped where React renders the text on a server; hence attr(x), which is an empty string.
 *
 * button.bink-button stands above a reset like Tailwind's [type=button], wherever that was loaded.
 */
export const css = `
button.bink-button {
  --h: 44px;
  color-scheme: var(--bink-color-scheme, light dark);
  box-sizing: border-box;
  display: inline-flex;
  position: relative;
  align-items: center;
  justify-content: center;
  gap: var(--bink-gap, .625em);
  max-width: 100%;
  min-height: var(--bink-height, var(--h));
  padding: .375em var(--bink-padding, 1em);
  border: 1px solid var(--bink-border-color, transparent);
  border-radius: var(--bink-radius, 8px);
  background: var(--bink-background, #1a5fd6);
  color: var(--bink-color, #fff);
  font: 500 1rem/1.25 system-ui, sans-serif;
  font-family: var(--bink-font-family, inherit);
  text-align: center;
  overflow-wrap: anywhere;
  cursor: pointer;
}
button.bink-medium { --h: 40px; font-size: .9375rem }
button.bink-small { --h: 32px; font-size: .875rem; padding-block: .25em }
button.bink-outline {
  background: var(--bink-background, light-dark(#fff, #0d1117));
  color: var(--bink-color, light-dark(#1f2328, #f0f3f6));
  border-color: var(--bink-border-color, light-dark(#767d86, #7d8590));
}
button.bink-neutral {
  background: var(--bink-background, light-dark(#eceef1, #2b313a));
  color: var(--bink-color, light-dark(#1f2328, #f0f3f6));
}
button.bink-pill, button.bink-circle { border-radius: var(--bink-radius, 99em) }
button.bink-icon { padding: 0; min-width: var(--bink-height, var(--h)) }
button.bink-full { display: flex; width: 100% }
button.bink-light { color-scheme: light }
button.bink-dark { color-scheme: dark }
.bink-logo { display: grid; position: relative }
.bink-start .bink-label { flex: 1 }
@media (hover: hover) { .bink-button:hover { box-shadow: inset 0 0 0 9em color-mix(in srgb, currentColor 8%, transparent) } }
button.bink-button:active { box-shadow: inset 0 0 0 9em color-mix(in srgb, currentColor 16%, transparent) }
button.bink-button:focus-visible { outline: 2px solid var(--bink-focus-color, #1f6feb); outline-offset: 2px }
button.bink-button:disabled { opacity: .5; box-shadow: none; cursor: not-allowed }
.bink-button[aria-busy] { cursor: progress; box-shadow: none }
[aria-busy] .bink-logo * { visibility: hidden }
[aria-busy] .bink-logo::after {
  content: attr(x);
  position: absolute;
  inset: 0;
  forced-color-adjust: none;
  border: 2px solid;
  border-right-color: transparent;
  border-radius: 50%;
}
@media (prefers-reduced-motion: no-preference) {
  [aria-busy] .bink-logo::after { animation: bink 0.8s linear infinite }
}
@keyframes bink { to { rotate: 1turn } }
.bink-form { display: contents }
.bink-error { display: block; margin-top: .5em; font-size: .875rem; color: var(--bink-error-color, inherit) }
`
