import type { EmulatorState } from "../context.js"
import { getUser } from "../users.js"
import { logoFile } from "./layout.js"
import { script } from "./script.js"
import { stylesheet } from "./stylesheet.js"
import { avatarFile } from "./user.js"

/** Returns a file that the pages use, or a user's generated avatar. */
export function asset(emulator: EmulatorState, path: string): Response | undefined {
  if (path === "/_bink/pages.css") return file(stylesheet, "text/css;charset=UTF-8")
  if (path === "/_bink/pages.js") return file(script, "text/javascript;charset=UTF-8")
  if (path === "/_bink/mark.svg") return file(logoFile, "image/svg+xml")
  const [, id] = /^\/avatars\/(.+)\.svg$/.exec(path) ?? []
  const user = id ? getUser(emulator, decode(id)) : undefined
  return user ? file(avatarFile(user), "image/svg+xml") : undefined
}

function file(content: string, type: string): Response {
  return new Response(content, {
    headers: {
      "Content-Type": type,
      "Cache-Control": "public, max-age=60",
      "X-Content-Type-Options": "nosniff",
      // Apps show avatars on their own origin.
      "Cross-Origin-Resource-Policy": "cross-origin",
      "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    },
  })
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
