import Bink, { withBink } from "authjs-bink"
import NextAuth from "next-auth"

export default NextAuth(
  withBink({
    providers: [Bink()],
    secret: process.env.NEXTAUTH_SECRET,
    debug: process.env.NODE_ENV !== "production",
    useSecureCookies: true,
    cookies: {
      sessionToken: {
        name: "session",
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: true },
      },
    },
    theme: { colorScheme: "dark", logo: "/logo.svg", brandColor: "#000" },
    pages: { signIn: "/sign-in", error: "/error", newUser: "/welcome" },
    logger: {
      error(code, metadata) {
        console.error(code.toUpperCase(), metadata)
      },
      warn: (code) => console.warn(code.toUpperCase()),
      debug: (code, metadata) => console.debug(code, metadata),
    },
  }),
)
