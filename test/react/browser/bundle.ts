import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

/** The two React versions that the components are made for. */
export const REACTS = [18, 19] as const
export type ReactVersion = (typeof REACTS)[number]

const ROOT = fileURLToPath(new URL("../../..", import.meta.url))

/** JSX with the components in scope, beside the React asked for. */
const moduleOf = (jsx: string, ending: string) => `
  import { StrictMode } from "react"
  import { BinkLogo, SignInWithBinkButton, useSignInWithBink, VerificationBadge } from "authjs-bink/react"
  const App = () => <StrictMode>${jsx}</StrictMode>
  ${ending}`

/** What a server of that React sends. */
export async function renderOnServer(react: ReactVersion, jsx: string): Promise<string> {
  const ending = `import { renderToString } from "react-dom/server"; export const html = renderToString(<App />)`
  const code = await bundle(react, moduleOf(jsx, ending), "node")
  const module = { exports: { html: "" } }
  new Function("module", "require", code)(module, process.getBuiltinModule("node:module").createRequire(ROOT))
  return module.exports.html
}

/** A script that hydrates the page with the same. */
export function hydration(react: ReactVersion, jsx: string): Promise<string> {
  const ending = `
    import { hydrateRoot } from "react-dom/client"
    hydrateRoot(document.getElementById("root"), <App />)
    requestAnimationFrame(() => setTimeout(() => document.body.setAttribute("data-hydrated", "")))`
  return bundle(react, moduleOf(jsx, ending), "browser")
}

/** A script that renders into an empty page. */
export function clientRender(react: ReactVersion, jsx: string): Promise<string> {
  const ending = `
    import { createRoot } from "react-dom/client"
    createRoot(document.getElementById("root")).render(<App />)`
  return bundle(react, moduleOf(jsx, ending), "browser")
}

async function bundle(react: ReactVersion, source: string, platform: "node" | "browser"): Promise<string> {
  const modules = react === 18 ? `${ROOT}/test/fixtures/react-18/node_modules` : `${ROOT}/node_modules`
  const { outputFiles } = await build({
    stdin: { contents: source, loader: "tsx", resolveDir: dirname(fileURLToPath(import.meta.url)) },
    alias: { react: `${modules}/react`, "react-dom": `${modules}/react-dom` },
    bundle: true,
    write: false,
    jsx: "automatic",
    platform,
    format: platform === "node" ? "cjs" : "iife",
    // tsconfig.json's paths lead to the sources; without them, the package's own exports lead to `dist`.
    ...(process.env.TEST_DIST && { tsconfigRaw: "{}" }),
    define: { "process.env.NODE_ENV": '"development"' },
  })
  return outputFiles[0]?.text ?? ""
}
