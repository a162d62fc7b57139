import { globSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const DIST = new URL("../../dist/", import.meta.url).pathname
const files = globSync("**/*.js", { cwd: DIST })

// What a Server Component cannot have. `forwardRef` and `version` are fine there.
const CLIENT_ONLY = /\buse(?:State|Effect|LayoutEffect|Ref|Reducer|Context|SyncExternalStore)\b|\bon[A-Z]\w+:/

test('each file with a hook or a handler starts with "use client", and no other does', () => {
  const marked = files.filter((file) => readFileSync(DIST + file, "utf8").startsWith(`"use client"`))
  const needing = files
    .filter((file) => file.startsWith("react/"))
    .filter((file) => CLIENT_ONLY.test(readFileSync(DIST + file, "utf8")))
  expect(needing).toContain("react/sign-in-with-bink-button.js")
  expect(needing).toContain("react/use-pending-action.js")
  // It calls a hook of ours: whoever imports it alone is on the client too.
  expect(marked.toSorted()).toEqual([...needing, "react/use-sign-in-with-bink.js"].toSorted())
})

test("no directive stands anywhere but at the top", () => {
  for (const file of files) {
    const text = readFileSync(DIST + file, "utf8")
    expect(text.slice(1).includes(`"use client"`), file).toBe(false)
  }
})

test("dist/styles.css is what the button brings, and React has nothing in it to escape", () => {
  const css = readFileSync(`${DIST}styles.css`, "utf8")
  expect(readFileSync(`${DIST}react/styles.js`, "utf8")).toContain(css)
  expect(css).toContain("button.bink-button{")
  expect(css).not.toMatch(/[<>&"']/)
})
