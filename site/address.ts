/**
 * Where the site will be served from, by `SITE_URL`: a whole address (`https://example.com/bink/`), which gives pages
 * their canonical links and the site its map, or a path alone (`/bink/`). Without it, the root of whatever host.
 */
export function siteAddress(value = process.env.SITE_URL || "/"): { site?: string; base: string } {
  const isPath = value.startsWith("/")
  if (!isPath && !/^https?:\/\//.test(value)) {
    throw new Error(
      `SITE_URL is "${value}", so the links of the site would lead nowhere. Set it to an address such as ` +
        "https://example.com/bink/, or to a path such as /bink/.",
    )
  }
  const { origin, pathname } = new URL(value, "http://localhost")
  const base = pathname.endsWith("/") ? pathname : `${pathname}/`
  return isPath ? { base } : { site: origin, base }
}
