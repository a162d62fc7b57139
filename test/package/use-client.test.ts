import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const DIST = new URL("../../dist/", import.meta.url).pathname
const files = globSync("**/*.js", { cwd: DIST })

// Hooks and event handlers, which a Server Component cannot use. `forwardRef` and `version` are allowed.
const CLIENT_ONLY = /\buse(?:State|Effect|LayoutEffect|Ref|Reducer|Context|SyncExternalStore)\b|\bon[A-Z]\w+:/

test('files with hooks or event handlers start with "use client", and no others', () => {
  const marked = files.filter((file) => readFileSync(DIST + file, "utf8").startsWith(`"use client"`))
  const needing = files
    .filter((file) => file.startsWith("react/"))
    .filter((file) => CLIENT_ONLY.test(readFileSync(DIST + file, "utf8")))
  expect(needing).toContain("react/sign-in-with-bink-button.js")
  expect(needing).toContain("react/use-pending-action.js")
  // It only calls a hook of this package.
  expect(marked.toSorted()).toEqual([...needing, "react/use-sign-in-with-bink.js"].toSorted())
})

test('no file of the library has "use client" after its first line', () => {
  // The CLI writes the directive into apps.
  for (const file of files.filter((path) => !path.startsWith("cli/"))) {
    const text = readFileSync(DIST + file, "utf8")
    expect(text.slice(1).includes(`"use client"`), file).toBe(false)
  }
})

test("dist/styles.css has the inline styles of the button, which React need not escape, and of the badge", async () => {
  const file = readFileSync(`${DIST}styles.css`, "utf8")
  const { css } = await import(`${DIST}react/styles.js`)
  expect(file.startsWith(css)).toBe(true)
  expect(file.slice(css.length)).toMatch(
    /^svg\[viewBox="0 0 11 11"\]\{display:inline;.*\[popover\]\[id\^=bink\]\{/,
  )
  expect(css).toContain("button.bink-button{")
  expect(css).not.toMatch(/[<>&"']/)
})
