import { defineMiddleware } from "astro:middleware"

/**
 * Starlight writes `data-theme="dark"` into every page, for a script to put right. Where no script runs that would be
 * dark for everyone; without it, the styles ask the system.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response
  return new Response((await response.text()).replace(' data-theme="dark"', ""), response)
})
