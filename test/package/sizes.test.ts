import { build } from "esbuild"
import { expect, test } from "vitest"
import { BARE_BADGE, NEXT_AUTH_BUTTON } from "../bench/baselines.ts"
import { bundleSize } from "../bench/bundle-size.ts"

const OURS: [name: string, code: string, limit: number, bare?: string][] = [
  ["the whole button", `export { SignInWithBinkButton } from "authjs-bink/react"`, 2624, NEXT_AUTH_BUTTON],
  ["the hook", `export { useSignInWithBink } from "authjs-bink/react"`, 1180],
  ["the OAuth client", `export * from "authjs-bink/oauth"`, 4000],
  ["the badge", `export { VerificationBadge } from "authjs-bink/react"`, 600, BARE_BADGE],
  ["the badge with a popover", `export { VerificationBadgeButton } from "authjs-bink/react"`, 1300],
  ["the error messages", `export { signInErrorMessage } from "authjs-bink/react"`, 400],
  ["the logo", `export { BinkLogo } from "authjs-bink/react"`, 256],
]

test.each(OURS)("%s is within its size limit", async (name, code, limit, bare) => {
  const size = await bundleSize(code)
  console.info(
    `${name}: ${size} B of ${limit}${bare ? `, minimal implementation ${await bundleSize(bare)} B` : ""}`,
  )
  expect(size).toBeLessThanOrEqual(limit)
})

test("the badge does not bundle code of the button", async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { VerificationBadge } from "authjs-bink/react"`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    format: "esm",
    packages: "external",
    external: ["react"],
    alias: { "authjs-bink/react": new URL("../../dist/react/index.js", import.meta.url).pathname },
    tsconfigRaw: "{}",
  })
  const text = outputFiles[0]?.text ?? ""
  expect(text).toContain("Passkey-verified by Bink")
  expect(text).not.toMatch(
    /Sign in with Bink|csrf|use client|useState|useEffect|color-scheme|popover|Bink verified this/,
  )
})
