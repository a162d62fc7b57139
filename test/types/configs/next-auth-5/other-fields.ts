import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export const { handlers } = NextAuth(
  withBink({
    providers: [Bink],
    basePath: "/auth",
    secret: ["new", "old"],
    trustHost: true,
    debug: process.env.NODE_ENV !== "production",
    useSecureCookies: true,
    redirectProxyUrl: "https://app.example/auth",
    cookies: { sessionToken: { name: "session", options: { sameSite: "lax", httpOnly: true } } },
    theme: { colorScheme: "dark", logo: "/logo.svg" },
    pages: { signIn: "/sign-in", error: "/error", newUser: "/welcome" },
    experimental: { enableWebAuthn: true },
    logger: {
      error(error) {
        console.error(error.name, error.cause)
      },
      warn: (code) => console.warn(code.toUpperCase()),
    },
  }),
)
