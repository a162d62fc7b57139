import { randomBytes } from "node:crypto"
import { renderToReadableStream } from "react-dom/server"
import { type EntryContext, ServerRouter } from "react-router"

/** Renders the pages with a Content-Security-Policy. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
) {
  // Not in development: Vite adds inline styles and scripts.
  const nonce = import.meta.env.PROD ? randomBytes(16).toString("base64") : undefined
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'`,
    // The badge aligns itself with a style attribute.
    "style-src-attr 'unsafe-inline'",
    "img-src data:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  if (nonce) headers.set("Content-Security-Policy", policy.join("; "))
  // Pages contain the user's data: no cache may store them, including the browser's back/forward cache.
  headers.set("Cache-Control", "no-store")
  headers.set("Content-Type", "text/html")
  headers.set("X-Content-Type-Options", "nosniff")
  const page = <ServerRouter context={context} url={request.url} nonce={nonce} />
  return new Response(await renderToReadableStream(page, { nonce, signal: request.signal }), {
    status,
    headers,
  })
}
