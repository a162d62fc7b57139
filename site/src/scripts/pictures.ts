/** Pictures that come in light and dark follow the switch in the header, as the rest of the page does. */
const QUERY = /\(prefers-color-scheme: (light|dark)\)/
const whole = document.documentElement

function follow(): void {
  for (const source of document.querySelectorAll<HTMLSourceElement>("source[media]")) {
    source.dataset.media ??= source.media
    source.media = source.dataset.media.replace(QUERY, (_, scheme) =>
      scheme === whole.dataset.theme ? "(min-width: 0)" : "(max-width: 0)",
    )
  }
}

follow()
new MutationObserver(follow).observe(whole, { attributeFilter: ["data-theme"] })
