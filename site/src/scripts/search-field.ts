/**
 * Labels the search field, which has only a `title`. The field is added after the page has loaded: if the search was
 * opened before, the field is focused then.
 */
const search = document.querySelector("#starlight__search")

const observer = new MutationObserver(() => {
  const field = search?.querySelector("input")
  if (!field) return
  field.setAttribute("aria-label", field.title)
  if (search?.closest("dialog")?.open) field.focus()
  observer.disconnect()
})

if (search) observer.observe(search, { childList: true, subtree: true })
