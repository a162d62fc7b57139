import { Auth, type AuthConfig } from "@auth/core"
import Bink, { withBink } from "authjs-bink"

const shared = {
  providers: [],
  session: { strategy: "jwt" },
  callbacks: { signIn: () => true },
} satisfies Omit<AuthConfig, "raw">
export const handle = (request: Request) => Auth(request, withBink({ ...shared, providers: [Bink] }))
