/**
 * What the emulator holds after 20,000, 40,000 … 100,000 whole sign-ins: it must not grow.
 *
 *   npm run build && npx node --expose-gc test/bench/emulator-memory.ts
 */
import { createBinkEmulator } from "authjs-bink/emulator"

const STEP = 20_000
const REDIRECT_URI = "http://localhost:3000/api/auth/callback/bink"
const person = "cmbink00000000000000kwame"
const bink = createBinkEmulator({ consent: { [person]: "approve" } })
const authorize = `http://bink.test/api/oauth/authorize?${new URLSearchParams({
  client_id: "demo-client",
  redirect_uri: REDIRECT_URI,
  response_type: "code",
  login_hint: person,
})}`

for (let signIns = 1; signIns <= 5 * STEP; signIns++) {
  const back = await bink.fetch(new Request(authorize))
  const code = new URL(back.headers.get("location") as string).searchParams.get("code") as string
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
  if ((await user.json()).id !== person) throw new Error(`Sign-in ${signIns} went wrong.`)
  if (signIns % STEP === 0) {
    globalThis.gc?.()
    console.log(`${signIns} sign-ins: ${(process.memoryUsage().heapUsed / 2 ** 20).toFixed(1)} MiB`)
  }
}
