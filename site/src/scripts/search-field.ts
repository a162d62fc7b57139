/**
 * The field of the search comes with a `title`, which is no name to everyone. It comes late, so it is waited for: whoever
 * has opened the search before it was there types into it all the same.
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
