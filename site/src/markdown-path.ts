/** Returns the path of a page's Markdown. The page for unknown addresses has none. */
export function markdownPath(id: string): string | undefined {
  return id === "404" ? undefined : `${import.meta.env.BASE_URL}${id || "index"}.md`
}
