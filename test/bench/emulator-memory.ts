/**
 * Prints the heap of the emulator after every 20,000 of 100,000 sign-ins. It must not grow.
 *
 *   npm run build && npx node --expose-gc test/bench/emulator-memory.ts
 */
import { createBinkEmulator } from "authjs-bink/emulator"
import { formatDuration } from "../../scripts/progress.ts"

const STEPS = 5
const SIGN_INS_PER_STEP = 20_000
const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"
const userId = "cmbink00000000000000kwame"
const bink = createBinkEmulator({ consent: { [userId]: "approve" } })
const authorize = `http://bink.test/api/oauth/authorize?${new URLSearchParams({
  client_id: "demo-client",
  redirect_uri: REDIRECT_URI,
  response_type: "code",
  login_hint: userId,
})}`

const start = performance.now()
for (let signIns = 1; signIns <= STEPS * SIGN_INS_PER_STEP; signIns++) {
  const redirect = await bink.fetch(new Request(authorize))
  const code = new URL(redirect.headers.get("location") as string).searchParams.get("code") as string
  const body = new URLSearchParams({
    grant_type: "authorization_code",
    code,
    client_id: "demo-client",
    client_secret: "demo-secret",
    redirect_uri: REDIRECT_URI,
  })
  const token = await bink.fetch(new Request("http://bink.test/api/oauth/token", { method: "POST", body }))
  const { access_token } = await token.json()
  const headers = { Authorization: `Bearer ${access_token}` }
  const user = await bink.fetch(new Request("http://bink.test/api/oauth/user", { headers }))
  if ((await user.json()).id !== userId) throw new Error(`Sign-in ${signIns} returned another user.`)
  if (signIns % SIGN_INS_PER_STEP === 0) {
    globalThis.gc?.()
    const heap = `${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(1)} MiB`
    const step = signIns / SIGN_INS_PER_STEP
    console.log(
      `Step ${step} of ${STEPS}, ${formatDuration(performance.now() - start)}: ${heap} after ${signIns.toLocaleString("en")} sign-ins`,
    )
  }
}
