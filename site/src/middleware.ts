import { defineMiddleware } from "astro:middleware"

/**
 * Removes `data-theme="dark"`, which Starlight writes into every page and corrects with a script. Without JavaScript, the
 * styles then follow the color scheme of the system.
 */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next()
  if (!response.headers.get("content-type")?.startsWith("text/html")) return response
  return new Response((await response.text()).replace(' data-theme="dark"', ""), response)
})
