import { createReadStream, existsSync, statSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { extname, join } from "node:path"

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".png": "image/png",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
}

/** Serves a directory under a path like a static host: files, and `index.html` for paths that end with a slash. */
export async function serveDirectory(directory: string, base: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost")
    const file = fileAt(directory, base, decodeURIComponent(pathname))
    if (!file) return response.writeHead(404).end()
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  }
}

/** Returns the file that the host serves for a path, or `undefined`. */
export function fileAt(directory: string, base: string, pathname: string): string | undefined {
  if (!pathname.startsWith(base)) return
  const path = join(directory, pathname.slice(base.length))
  if (!path.startsWith(directory)) return
  const file = pathname.endsWith("/") ? join(path, "index.html") : path
  return existsSync(file) && statSync(file).isFile() ? file : undefined
}
