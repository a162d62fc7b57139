import { randomBytes } from "node:crypto"

export default defineNitroPlugin((nitroApp) => {
  // Vite's development server adds inline styles and scripts.
  if (import.meta.dev) return
  nitroApp.hooks.hook("render:html", (html, { event }) => {
    const nonce = randomBytes(16).toString("base64")
    // Both consist of Nuxt's own elements: it escapes titles and data.
    for (const parts of [html.head, html.bodyAppend]) {
      parts.forEach((part, i) => {
        parts[i] = part.replaceAll("<script", `<script nonce="${nonce}"`)
      })
    }
    setResponseHeaders(event, {
      // Pages contain the user's data: no cache may store them, including the browser's back/forward cache.
      "Cache-Control": "no-store",
      "Content-Security-Policy": `default-src 'self'; script-src 'self' 'nonce-${nonce}'; img-src data:; base-uri 'none'; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
    })
  })
  nitroApp.hooks.hook("render:response", (response) => {
    delete response.headers?.["x-powered-by"]
  })
})
