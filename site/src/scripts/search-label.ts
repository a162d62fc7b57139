/** The field of the search comes with a `title`, which is no name to everyone. It comes late, so it is waited for. */
const search = document.querySelector("#starlight__search")

const observer = new MutationObserver(() => {
  const field = search?.querySelector("input")
  if (!field) return
  field.setAttribute("aria-label", field.title)
  observer.disconnect()
})

if (search) observer.observe(search, { childList: true, subtree: true })
