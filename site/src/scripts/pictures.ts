/**
 * Pictures that come in light and dark follow the switch in the header, as the rest of the page does, and those that
 * move stand still once someone asks for it.
 */
const SCHEME = /\(prefers-color-scheme: (light|dark)\)/
const LESS_MOTION = "(prefers-reduced-motion: reduce)"
const YES = "(min-width: 0)"
const NO = "(max-width: 0)"

const whole = document.documentElement
let isStill = false

function follow(): void {
  for (const source of document.querySelectorAll<HTMLSourceElement>("source[media]")) {
    source.dataset.media ??= source.media
    source.media = source.dataset.media
      .replace(SCHEME, (_, scheme) => (scheme === whole.dataset.theme ? YES : NO))
      .replace(LESS_MOTION, isStill ? YES : LESS_MOTION)
  }
}

follow()
new MutationObserver(follow).observe(whole, { attributeFilter: ["data-theme"] })

const pause = document.querySelector<HTMLButtonElement>("[data-pause]")
if (pause) {
  pause.hidden = matchMedia(LESS_MOTION).matches
  pause.addEventListener("click", () => {
    isStill = !isStill
    pause.textContent = isStill ? "Play the recording" : "Pause the recording"
    follow()
  })
}
