/**
 * Makes tables and code blocks that overflow focusable, so that they can be scrolled with the keyboard in every browser.
 * Runs before the script of Expressive Code, which would also make each of them a landmark.
 */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute("tabindex", "0")
    else target.removeAttribute("tabindex")
  }
})

for (const block of document.querySelectorAll(".sl-markdown-content table, .expressive-code pre")) {
  observer.observe(block)
}
