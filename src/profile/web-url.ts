/** Parses an absolute `http:` or `https:` URL. Returns `undefined` for any other value. */
export function parseWebUrl(value: unknown): URL | undefined {
  const url = typeof value === "string" && URL.canParse(value) ? new URL(value) : undefined
  return url && /^https?:$/.test(url.protocol) ? url : undefined
}
