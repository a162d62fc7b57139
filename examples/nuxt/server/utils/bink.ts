import { createBinkClient } from "authjs-bink/oauth"

const { APP_URL = "http://localhost:3000" } = process.env

export const bink = createBinkClient({ redirectUri: `${APP_URL}/auth/callback/bink` })
