import Bink, { type WithBinkOptions, withBink } from "authjs-bink"
import type { NextAuthOptions } from "next-auth"

const options: WithBinkOptions = { revalidate: { after: 300 }, persist: false }
export const authOptions: NextAuthOptions = withBink({ providers: [Bink()] }, options)
export const persisted: NextAuthOptions = withBink({ providers: [Bink()] }, { persist: true })
export const none: NextAuthOptions = withBink({ providers: [Bink()] }, {})
