import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { build } from "esbuild"
import { chromium } from "playwright"
import { browserOptions } from "../../scripts/browser.ts"
import { ROOT } from "../../scripts/run.ts"
import { atMost, type Group, type Measurement, ratioOf } from "./measurement.ts"
import { PEERS, versionOf, versionsOf } from "./peers.ts"
import { type Cases, runRounds, sampledRows } from "./rounds.ts"

const COUNT = 10_000
const BARE = "bare SVG of two paths"
const OURS = "VerificationBadge"
const REACTS = { 19: join(ROOT, "node_modules"), 18: join(ROOT, "test/fixtures/react-18/node_modules") }

/** Lists of badges with alternating levels: an accessible name, the colour of the level, the height of the text. */
const LISTS = `
  import { VerificationBadge } from "${ROOT}/dist/react/index.js"
  import { BadgeCheck } from "lucide-react"
  import { MdVerified } from "react-icons/md"
  const name = (level) => level === 1 ? "Passkey-verified by Bink" : "Trusted by Bink"
  const color = (level) => level === 1 ? "#1f6feb" : "#ffc53d"
  const Bare = ({ level }) =>
    <svg viewBox="0 0 24 24" width="1em" height="1em" role="img" aria-label={name(level)}>
      <path d="M12 1a11 11 0 0 1 0 22 11 11 0 0 1 0-22z" fill={color(level)} />
      <path d="M7.8 11.9l3 3 5.4-5.8" fill="none" stroke="#fff" strokeWidth="2" />
    </svg>
  const levels = Array.from({ length: ${COUNT} }, (_, index) => 1 + (index % 2))
  const lists = {
    "${OURS}": () => <p>{levels.map((level, index) => <VerificationBadge key={index} verificationLevel={level} />)}</p>,
    "${BARE}": () => <p>{levels.map((level, index) => <Bare key={index} level={level} />)}</p>,
    "lucide-react": () => <p>{levels.map((level, index) => <BadgeCheck key={index} size="1em" role="img" aria-label={name(level)} color={color(level)} />)}</p>,
    "react-icons": () => <p>{levels.map((level, index) => <MdVerified key={index} size="1em" role="img" aria-label={name(level)} color={color(level)} />)}</p>,
  }
`

const SERVER = `${LISTS}
  import { renderToString } from "react-dom/server"
  export const names = Object.keys(lists)
  export function render(name) {
    const List = lists[name], start = performance.now()
    renderToString(<List />)
    return performance.now() - start
  }`

const BROWSER = `${LISTS}
  import { useLayoutEffect } from "react"
  import { createRoot, hydrateRoot } from "react-dom/client"
  import { flushSync } from "react-dom"
  function render(List) {
    const container = document.body.appendChild(document.createElement("div"))
    const root = createRoot(container), start = performance.now()
    flushSync(() => root.render(<List />))
    container.getBoundingClientRect()
    return { container, root, time: performance.now() - start }
  }
  function remove({ container, root }) {
    root.unmount()
    container.remove()
  }
  function mount(name) {
    const mounted = render(lists[name])
    remove(mounted)
    return mounted.time
  }
  const html = {}
  async function hydrate(name) {
    const List = lists[name]
    if (!html[name]) {
      const first = render(List)
      html[name] = first.container.innerHTML
      remove(first)
    }
    const container = Object.assign(document.body.appendChild(document.createElement("div")), { innerHTML: html[name] })
    container.getBoundingClientRect()
    let root, done
    const finished = new Promise((resolve) => { done = resolve })
    const Page = () => (useLayoutEffect(() => done(performance.now()), []), <List />)
    const start = performance.now()
    root = hydrateRoot(container, <Page />, { onRecoverableError(error) { throw error } })
    const time = (await finished) - start
    await new Promise((resolve) => setTimeout(resolve))
    remove({ container, root })
    return time
  }
  Object.assign(window, { mount, hydrate })`

async function bundle(contents: string, platform: "node" | "browser", modules: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, loader: "tsx", resolveDir: PEERS },
    bundle: true,
    write: false,
    jsx: "automatic",
    platform,
    format: platform === "node" ? "cjs" : "iife",
    alias: { react: join(modules, "react"), "react-dom": join(modules, "react-dom") },
    define: { "process.env.NODE_ENV": '"production"' },
    tsconfigRaw: "{}",
  })
  return outputFiles[0]?.text ?? ""
}

type ReactVersion = keyof typeof REACTS
type Server = { names: string[]; render(name: string): number }

async function loadServer(react: ReactVersion): Promise<Server> {
  const file = join(ROOT, `.cache/bench/badges-react-${react}.cjs`)
  mkdirSync(join(ROOT, ".cache/bench"), { recursive: true })
  writeFileSync(file, await bundle(SERVER, "node", REACTS[react]))
  return (await import(file)).default
}

export default {
  versions: {
    ...versionsOf("lucide-react", "react", "react-icons"),
    "react 18": versionOf("react", [join(ROOT, "test/fixtures/react-18")]),
  },
  async measure({ isQuick, reportStep }) {
    const rounds = isQuick ? { rounds: 3, warmUp: 1 } : { rounds: 15, warmUp: 3 }
    const groups: Group[] = []
    const browser = await chromium.launch(browserOptions())
    try {
      for (const react of [19, 18] as const) {
        const { names, render } = await loadServer(react)
        const page = await browser.newPage()
        // React renders again, instead of hydrating, if the HTML does not match.
        page.on("pageerror", (error) => {
          throw error
        })
        await page.addScriptTag({ content: await bundle(BROWSER, "browser", REACTS[react]) })
        const inPage = (task: "mount" | "hydrate") => async (name: string) => {
          await page.requestGC()
          return page.evaluate<number>(`${task}(${JSON.stringify(name)})`)
        }
        const tasks = {
          "Server rendering": render,
          Mounting: inPage("mount"),
          Hydrating: inPage("hydrate"),
        }
        for (const [task, run] of Object.entries(tasks)) {
          const title = `${task}, React ${react}`
          const cases: Cases = Object.fromEntries(names.map((name) => [name, () => run(name)]))
          const samples = await runRounds(cases, rounds, (label, ...step) =>
            reportStep(`${title}, ${label}`, ...step),
          )
          const rows = sampledRows(samples, BARE, [OURS])
          const target = atMost(
            1,
            "×",
            `${title}: badge compared with a bare SVG of two paths`,
            ratioOf(rows, OURS),
          )
          groups.push({ title, unit: "ms", baseline: BARE, isDetail: react === 18, rows, targets: [target] })
        }
        await page.close()
      }
    } finally {
      await browser.close()
    }
    return groups
  },
} satisfies Measurement
