// Imports every entry of the package, and uses a type of each.
import Bink, { type BinkConfig, withBink } from "authjs-bink"
import { type BinkProfile, getBinkUser } from "authjs-bink/api"
import { bink } from "authjs-bink/better-auth"
import { createBinkEmulator } from "authjs-bink/emulator"
import { de } from "authjs-bink/locales"
import type {} from "authjs-bink/next-auth"
import { type BinkSignIn, createBinkClient } from "authjs-bink/oauth"
import { SignInWithBinkButton, type VerificationBadgeProps } from "authjs-bink/react"
import "authjs-bink/styles.css"
import { type RunningBink, signInAs, startBink } from "authjs-bink/testing"

export const provider: BinkConfig = withBink({ providers: [Bink()] }).providers[0] as BinkConfig
export const user: Promise<BinkProfile> = getBinkUser("token")
export const text: string = de.signin
export const props: VerificationBadgeProps = { verificationLevel: 2, size: "1em" }
export const button = SignInWithBinkButton
export const url: Promise<string> = createBinkEmulator()
  .listen({ port: 0 })
  .then(({ url }) => url)
const client = createBinkClient({ redirectUri: "http://localhost:3000/callback", checks: ["state"] })
export const signIn: Promise<BinkSignIn> = client.exchangeCallback("/callback?code=c", { state: "s" })
export const running: Promise<RunningBink> = startBink({ appUrl: "http://localhost:3000" })
export const cookie: Promise<{ cookie: string }> = signInAs("http://localhost:3000", "yuki")
// @ts-expect-error not any
export const anyClient: number = client
// @ts-expect-error not any
export const anyCookie: number = signInAs("http://localhost:3000", "yuki")
// @ts-expect-error not any
export const anyProvider: number = Bink()
// @ts-expect-error not any
export const anyUser: number = getBinkUser("token")
// @ts-expect-error not any
export const anyHelper: number = bink
// @ts-expect-error not any
export const anyEmulator: number = createBinkEmulator()
// @ts-expect-error not any
export const anyMessages: number = de
// @ts-expect-error not any
export const anyButton: number = SignInWithBinkButton
