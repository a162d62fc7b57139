import type { ReactNode } from "react"
import { renderToStaticMarkup } from "react-dom/server"

/** Shows server-rendered markup, without scripts, in a frame with a Content-Security-Policy. */
export function ServerRendered(props: { title: string; policy: string; children: ReactNode }) {
  // A string, since React would hoist styles above the policy, where the policy does not apply to them.
  const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${props.policy}">
    <meta name="color-scheme" content="light dark"><title>${props.title}</title></head>
    <body>${renderToStaticMarkup(<main>{props.children}</main>)}</body></html>`
  return (
    <iframe
      title={props.title}
      srcDoc={page}
      style={{ inlineSize: "100%", blockSize: 180, border: "1px solid var(--line)", borderRadius: 12 }}
    />
  )
}
