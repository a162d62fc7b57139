import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"

/** What the server sends, before and without any script, in a page of its own under a Content-Security-Policy. */
export function ServerRendered(props: { title: string; policy: string; children: ReactNode }) {
  const page = renderToStaticMarkup(
    <html lang="en">
      {/* biome-ignore lint/style/noHeadElement: a document of its own, not a Next page */}
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={props.policy} />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
      </head>
      <body>
        <main>{props.children}</main>
      </body>
    </html>,
  )
  return (
    <iframe
      title={props.title}
      srcDoc={`<!doctype html>${page}`}
      style={{ inlineSize: "100%", blockSize: 180, border: "1px solid var(--line)", borderRadius: 12 }}
    />
  )
}
