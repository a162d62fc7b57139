/** Light and dark pictures follow the theme switch in the header. The pause button replaces the recording by a picture. */
const SCHEME = /\(prefers-color-scheme: (light|dark)\)/
const REDUCED_MOTION = "(prefers-reduced-motion: reduce)"
const ALWAYS = "(min-width: 0)"
const NEVER = "(max-width: 0)"

const root = document.documentElement
let isPaused = false

function updateSources(): void {
  for (const source of document.querySelectorAll<HTMLSourceElement>("source[media]")) {
    source.dataset.media ??= source.media
    source.media = source.dataset.media
      .replace(SCHEME, (_, scheme) => (scheme === root.dataset.theme ? ALWAYS : NEVER))
      .replace(REDUCED_MOTION, isPaused ? ALWAYS : REDUCED_MOTION)
  }
}

updateSources()
new MutationObserver(updateSources).observe(root, { attributeFilter: ["data-theme"] })

const pause = document.querySelector<HTMLButtonElement>("[data-pause]")
if (pause) {
  pause.hidden = matchMedia(REDUCED_MOTION).matches
  pause.addEventListener("click", () => {
    isPaused = !isPaused
    pause.textContent = isPaused ? "Play the recording" : "Pause the recording"
    updateSources()
  })
}
