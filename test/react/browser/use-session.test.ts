import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withBink } from "authjs-bink"
import { afterAll, expect, test } from "vitest"
import { ROOT, readBlocks } from "../../docs/blocks.ts"
import { binkProvider, startApp } from "../../helpers/auth-apps.ts"
import { PROFILE, respondJson, startBinkServer } from "../../helpers/bink-server.ts"
import { bundle, REACTS } from "./bundle.ts"
import { closeBrowser, html, openPage } from "./pages.ts"

afterAll(closeBrowser)

/** `app/user-badge.tsx` of "Split config". */
const COMPONENT = join(ROOT, ".cache/use-session/user-badge.tsx")

const SOURCE = `
  import { SignInWithBinkButton } from "authjs-bink/react"
  import { SessionProvider } from "next-auth/react"
  import { createRoot } from "react-dom/client"
  import { UserBadge } from ${JSON.stringify(COMPONENT)}
  createRoot(document.getElementById("root")).render(<SessionProvider><UserBadge /><SignInWithBinkButton /></SessionProvider>)`

test.each(REACTS)("React %i: useSession has the identity, and update() reads it again", async (react) => {
  const block = readBlocks("docs/recipes/split-config.md").find(({ path }) => path === "app/user-badge.tsx")
  mkdirSync(join(COMPONENT, ".."), { recursive: true })
  writeFileSync(COMPONENT, block?.text ?? "")
  const script = (await bundle(react, SOURCE, "browser")).replaceAll("</script", "<\\/script")
  const bink = await startBinkServer()
  const { url } = await startApp(
    "next-auth 5",
    withBink({ providers: [binkProvider(bink)] }, { revalidate: { after: 0 } }),
  )
  const { page } = await openPage()
  // next-auth/react reads `process.env`, which bundlers of frameworks define.
  const body = `<script>process = { env: {} }</script><div id="root"></div><script>${script}</script>`
  await page.route(/\/account$/, (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: html(body) }),
  )
  await page.goto(`${url}/account`)
  await page.getByRole("button", { name: "Sign in with Bink" }).click()
  // Playwright does not replace the page after redirects.
  await page.getByText("A page of the app.").waitFor()
  await page.goto(`${url}/account`)
  await page.getByRole("img", { name: "Passkey-verified by Bink" }).waitFor()

  bink.setResponses({ user: respondJson({ ...PROFILE, verificationLevel: 2 }) })
  await page.getByRole("button", { name: "Refresh" }).click()
  await page.getByRole("img", { name: "Trusted by Bink" }).waitFor()
  expect(await page.getByRole("img").count()).toBe(1)
})
