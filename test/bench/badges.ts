/**
 * What ten thousand badges cost beside ten thousand bare inline SVGs of two paths with the same attributes: rendered
 * on a server, mounted and hydrated. Prints ratios of each pair's best rounds, measured in turns in one run, so
 * that whatever else the machine does counts for neither.
 *
 *   npm run build && npm run bench
 */
import { fileURLToPath } from "node:url"
import { build } from "esbuild"
import { chromium } from "playwright"
import { browserOptions } from "../../scripts/browser.ts"

const COUNT = 10_000
const ROUNDS = 15
const ROOT = fileURLToPath(new URL("../..", import.meta.url))

const LISTS = `
  import { VerificationBadge } from "${ROOT}/dist/react/index.js"
  const levels = Array.from({ length: ${COUNT} }, (_, index) => 1 + (index % 2))
  const Bare = ({ level }) =>
    <svg viewBox="0 0 24 24" width="1em" height="1em" role="img" aria-label={level === 1 ? "Passkey-verified by Bink" : "Trusted by Bink"}>
      <path d="M12 1a11 11 0 0 1 0 22 11 11 0 0 1 0-22z" fill={level === 1 ? "#1f6feb" : "#ffc53d"} />
      <path d="M7.8 11.9l3 3 5.4-5.8" fill="none" stroke="#fff" strokeWidth="2" />
    </svg>
  const lists = {
    bare: () => <p>{levels.map((level, index) => <Bare key={index} level={level} />)}</p>,
    badge: () => <p>{levels.map((level, index) => <VerificationBadge key={index} verificationLevel={level} />)}</p>,
  }
  async function compare(measure) {
    const times = { bare: [], badge: [] }
    for (let round = -3; round < ${ROUNDS}; round++)
      for (const name of round % 2 ? ["bare", "badge"] : ["badge", "bare"]) {
        const time = await measure(lists[name])
        if (round >= 0) times[name].push(time)
      }
    return { bare: Math.min(...times.bare), badge: Math.min(...times.badge) }
  }
`

const SERVER = `${LISTS}
  import { renderToString } from "react-dom/server"
  export const result = compare((List) => {
    const start = performance.now()
    renderToString(<List />)
    return performance.now() - start
  })`

const BROWSER = `${LISTS}
  import { createRoot, hydrateRoot } from "react-dom/client"
  import { flushSync } from "react-dom"
  const fresh = (html = "") => Object.assign(document.body.appendChild(document.createElement("div")), { innerHTML: html })
  const clean = (root, box) => (root.unmount(), box.remove())
  const mount = (List) => {
    const box = fresh(), root = createRoot(box), start = performance.now()
    flushSync(() => root.render(<List />))
    box.getBoundingClientRect()
    const time = performance.now() - start
    clean(root, box)
    return time
  }
  const html = (List) => {
    const box = fresh(), root = createRoot(box)
    flushSync(() => root.render(<List />))
    const { innerHTML } = box
    clean(root, box)
    return innerHTML
  }
  const hydrate = (List) => new Promise((resolve) => {
    const box = fresh(html(List)), start = performance.now()
    box.getBoundingClientRect()
    let root
    const Done = ({ children }) => { useEffect(() => { const time = performance.now() - start; setTimeout(() => { clean(root, box); resolve(time) }) }, []); return children }
    root = hydrateRoot(box, <Done><List /></Done>)
  })
  import { useEffect } from "react"
  window.measure = async () => ({ mounting: await compare(mount), hydrating: await compare(hydrate) })`

async function bundle(contents: string, platform: "node" | "browser"): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: "tsx", resolveDir: ROOT },
    bundle: true,
    write: false,
    jsx: "automatic",
    platform,
    format: platform === "node" ? "cjs" : "iife",
    define: { "process.env.NODE_ENV": '"production"' },
  })
  return outputFiles[0]?.text ?? ""
}

type Times = { bare: number; badge: number }

const module = { exports: {} as { result: Promise<Times> } }
const require = process.getBuiltinModule("node:module").createRequire(ROOT)
new Function("module", "require", await bundle(SERVER, "node"))(module, require)
const rendering = await module.exports.result

const browser = await chromium.launch(browserOptions())
const page = await browser.newPage()
await page.addScriptTag({ content: await bundle(BROWSER, "browser") })
const rest = await page.evaluate<Record<string, Times>>("measure()")
await browser.close()

for (const [name, { bare, badge }] of Object.entries({ "rendering on a server": rendering, ...rest })) {
  console.log(
    `${name}: ${badge.toFixed(1)} ms, bare ${bare.toFixed(1)} ms, ${(badge / bare).toFixed(2)} × for ${COUNT} badges`,
  )
}
