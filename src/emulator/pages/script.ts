/** Script of the pages. Without it, everything works except the copy button and the updates of the request log. */
export const script = `
for (const code of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break
  const button = document.createElement("button")
  button.type = "button"
  button.className = "small"
  button.textContent = "Copy"
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.textContent)
    button.textContent = "Copied"
  })
  code.after(button)
}

const live = document.querySelector("[data-live]")
if (live) {
  const log = document.getElementById("log")
  let isPaused = false
  let shown = log.innerHTML
  live.hidden = false
  live.addEventListener("click", () => {
    isPaused = !isPaused
    live.textContent = isPaused ? "Resume" : "Pause"
  })
  setInterval(async () => {
    if (isPaused || document.hidden) return
    const response = await fetch(live.dataset.live).catch(() => null)
    if (!response?.ok) return
    const latest = await response.text()
    if (latest !== shown) log.innerHTML = shown = latest
  }, 1000)
}
`
