import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

/** The supported React versions. */
export const REACTS = [18, 19] as const
export type ReactVersion = (typeof REACTS)[number]

const ROOT = fileURLToPath(new URL("../../..", import.meta.url))

/** Returns a module that defines `App` with the components in scope, and ends with `ending`. */
const moduleOf = (jsx: string, ending: string) => `
  import { StrictMode, useState } from "react"
  import { BinkLogo, SignInWithBinkButton, useSignInWithBink, VerificationBadge, VerificationBadgeButton } from "authjs-bink/react"
  const App = () => <StrictMode>${jsx}</StrictMode>
  ${ending}`

/** Returns the HTML that React renders on a server. */
export async function renderOnServer(react: ReactVersion, jsx: string): Promise<string> {
  const ending = `import { renderToString } from "react-dom/server"; export const html = renderToString(<App />)`
  const code = await bundle(react, moduleOf(jsx, ending), "node")
  const module = { exports: { html: "" } }
  new Function("module", "require", code)(module, process.getBuiltinModule("node:module").createRequire(ROOT))
  return module.exports.html
}

/** Returns a script that hydrates the server's HTML. Sets `data-hydrated` on the body when done. */
export function hydration(react: ReactVersion, jsx: string): Promise<string> {
  const ending = `
    import { hydrateRoot } from "react-dom/client"
    hydrateRoot(document.getElementById("root"), <App />)
    requestAnimationFrame(() => setTimeout(() => document.body.setAttribute("data-hydrated", "")))`
  return bundle(react, moduleOf(jsx, ending), "browser")
}

/** Returns a script that renders into an empty page. */
export function clientRender(react: ReactVersion, jsx: string): Promise<string> {
  const ending = `
    import { createRoot } from "react-dom/client"
    createRoot(document.getElementById("root")).render(<App />)`
  return bundle(react, moduleOf(jsx, ending), "browser")
}

/** Bundles a module with one version of React. */
export async function bundle(
  react: ReactVersion,
  source: string,
  platform: "node" | "browser",
): Promise<string> {
  const modules = react === 18 ? `${ROOT}/test/fixtures/react-18/node_modules` : `${ROOT}/node_modules`
  const { outputFiles } = await build({
    stdin: { contents: source, loader: "tsx", resolveDir: dirname(fileURLToPath(import.meta.url)) },
    alias: { react: `${modules}/react`, "react-dom": `${modules}/react-dom` },
    bundle: true,
    write: false,
    jsx: "automatic",
    platform,
    format: platform === "node" ? "cjs" : "iife",
    // Without the paths of tsconfig.json, `authjs-bink` resolves to `dist`.
    ...(process.env.TEST_DIST && { tsconfigRaw: "{}" }),
    define: { "process.env.NODE_ENV": '"development"' },
  })
  return outputFiles[0]?.text ?? ""
}
