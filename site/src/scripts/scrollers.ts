/**
 * Tables and code that are wider than their place can be scrolled from the keyboard, in browsers that do not see to it
 * themselves. It runs before Expressive Code's own script, which would make a landmark of every such block.
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
