import type { Emulation } from "./emulation.js"
import { markFile } from "./pages/mark.js"
import { avatarFile } from "./pages/person.js"
import { script } from "./pages/script.js"
import { stylesheet } from "./pages/stylesheet.js"

/** The files that the pages are made with, and the pictures of people who have no other. */
export function asset(bink: Emulation, path: string): Response | undefined {
  if (path === "/_bink/pages.css") return file(stylesheet, "text/css;charset=UTF-8")
  if (path === "/_bink/pages.js") return file(script, "text/javascript;charset=UTF-8")
  if (path === "/_bink/mark.svg") return file(markFile, "image/svg+xml")
  const [, id] = /^\/avatars\/(.+)\.svg$/.exec(path) ?? []
  const person = id && bink.seed.people.get(decoded(id))
  return person ? file(avatarFile(person), "image/svg+xml") : undefined
}

function file(content: string, type: string): Response {
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Cache-Control": "public, max-age=60",
      "X-Content-Type-Options": "nosniff",
      // A picture is shown by the app, on an origin of its own, and does nothing but be seen.
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    },
  })
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
