import { gzipSync } from "node:zlib"
import { build } from "esbuild"
import { expect, test } from "vitest"

/** What a piece of code weighs in an app: bundled, minified and gzipped, React not counted. */
async function weigh(code: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: code, loader: "tsx", resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    jsx: "automatic",
    external: ["react", "react-dom", "react/jsx-runtime"],
    // Past tsconfig.json's paths to the sources: what is published is what counts.
    tsconfigRaw: "{}",
  })
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length
}

const BARE_BADGE = `export const Badge = ({ level, size = "1em", label, ...props }) =>
  <svg viewBox="0 0 24 24" width={size} height={size} role="img" aria-label={label} {...props}>
    <path d={level > 1 ? "M12 1.6 21 4.8v6.4c0 5.2-3.6 9.2-9 11.2-5.4-2-9-6-9-11.2V4.8z" : "M12 1a11 11 0 0 1 0 22 11 11 0 0 1 0-22z"} fill={level > 1 ? "#ffc53d" : "#1f6feb"} />
    <path d="M7.8 11.9l3 3 5.4-5.8" fill="none" stroke="#fff" strokeWidth="2" />
  </svg>`

const BARE_BUTTON = `import { useState } from "react"
import { signIn } from "next-auth/react"
export function Button(props) {
  const [pending, setPending] = useState(false)
  return <button type="button" disabled={pending} {...props} onClick={() => { setPending(true); signIn("bink") }}>Sign in with Bink</button>
}`

const OURS: [name: string, code: string, limit: number, bare?: string][] = [
  ["the whole button", `export { SignInWithBinkButton } from "authjs-bink/react"`, 2048, BARE_BUTTON],
  ["the hook", `export { useSignInWithBink } from "authjs-bink/react"`, 768],
  [
    "the badge, its explanation included",
    `export { VerificationBadge } from "authjs-bink/react"`,
    1120,
    BARE_BADGE,
  ],
  ["the logo", `export { BinkLogo } from "authjs-bink/react"`, 256],
]

test.each(OURS)("%s keeps within its size", async (name, code, limit, bare) => {
  const size = await weigh(code)
  console.info(`${name}: ${size} B of ${limit}${bare ? `, bare ${await weigh(bare)} B` : ""}`)
  expect(size).toBeLessThanOrEqual(limit)
})

test("a badge brings nothing of the button", async () => {
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
  expect(text).not.toMatch(/Sign in with Bink|csrf|use client|useState|useEffect|color-scheme/)
})
